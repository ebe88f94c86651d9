package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.server.subscription.Furniture.BOX_OWNER;
import static io.orchestrator4j.server.subscription.FurnitureServer.on;
import static io.orchestrator4j.server.subscription.FurnitureServer.subscriptionOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The list of processes, filtered and sorted by the subscriptions that they work on. */
final class ListBySubscriptionTest {

  private static FurnitureServer server;
  private static String shelf;
  private static String box;
  private static Map<String, String> names;

  @BeforeAll
  static void start() {
    server = FurnitureServer.start();
    JsonNode created = server.create("create_shelf", "Shelf");
    shelf = subscriptionOf(created);
    JsonNode boxed = server.create("create_box", "Box");
    box = subscriptionOf(boxed);
    JsonNode moved = server.run("move_shelf", on(shelf));
    JsonNode dusted = server.run("task_dust_off", "[{}]");
    names = Map.of(
        id(created), "created", id(boxed), "boxed", id(moved), "moved", id(dusted), "dusted");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      product,Shelf                                    ; moved created
      product,SHELF                                    ; moved created
      product,!Shelf                                   ; dusted boxed
      product,Shelf|Box                                ; moved boxed created
      product,Shelf-Box                                ; moved boxed created
      product,Sh%                                      ; moved created
      product,Sh                                       ; ''
      product,nothing                                  ; ''
      product,!nothing                                 ; dusted moved boxed created
      product,_ox                                      ; boxed
      product,%\\                                      ; ''
      product_description,a shelf                      ; moved created
      productDescription,A BOX                         ; boxed
      tag,shelf                                        ; moved created
      tag,!SHELF|BOX                                   ; dusted
      tag,SHELF,product,Box                            ; ''
      tag,SHELF,workflowName,move_shelf                ; moved
      tag,SHELF,is_task,false,last_status,completed    ; moved created
      tag,SHELF,last_status,failed                     ; ''
      traceback,%,tag,SHELF                            ; moved created
      customer,ann                                     ; moved created
      customer,ANN                                     ; moved created
      customer,!ann                                    ; dusted boxed
      customer,${customer}                             ; boxed
      customer,ann|${customer}                         ; moved boxed created
      customer,2f47%                                   ; boxed
      customer,2f47                                    ; ''
      subscription_id,${shelf}                         ; moved created
      subscriptionId,${box}                            ; boxed
      subscriptionId,${shelf}|${box}                   ; moved boxed created
      subscriptionId,!${shelf}                         ; dusted boxed
      subscriptionId,${unknown}                        ; ''
      subscriptionId,nonsense                          ; ''
      subscriptionId,!nonsense                         ; dusted moved boxed created
      subscriptionId,${shelf},product,Box              ; ''
      """)
  void filtersLetThroughWhoWorksOnOneThatMatches(String filter, String expected) {
    assertThat(shown(list("filter=" + encoded(filter)))).isEqualTo(expected);
  }

  // by their first subscription; whoever has none comes last, in either order
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      productName,asc                      ; boxed moved created dusted
      productName,desc                     ; moved created boxed dusted
      product_name,asc,started_at,asc      ; boxed created moved dusted
      productDescription,asc               ; boxed moved created dusted
      productTag,desc                      ; moved created boxed dusted
      productType,asc                      ; boxed moved created dusted
      productStatus,asc                    ; moved boxed created dusted
      product_status,desc,started_at,asc   ; created boxed moved dusted
      productEndDate,desc                  ; dusted moved boxed created
      productCreatedAt,asc,productName,asc ; boxed moved created dusted
      subscriptions,asc                    ; boxed moved created dusted
      subscriptions,desc                   ; moved created boxed dusted
      workflowTarget,asc,subscriptions,asc ; boxed created moved dusted
      """)
  void sortsOrderByTheFirstSubscription(String sort, String expected) {
    assertThat(shown(list("sort=" + sort))).isEqualTo(expected);
  }

  @Test
  void eachRowHasItsSubscriptions() {
    JsonNode row = list("filter=tag,BOX").json().path(0);

    assertThat(row.path("customer_id").asString()).isEqualTo(BOX_OWNER);
    assertThat(row.path("product_id")).isEqualTo(row.at("/subscriptions/0/product/product_id"));
    assertThat(row.at("/subscriptions/0/subscription_id").asString()).isEqualTo(box);
    assertThat(row.at("/subscriptions/0/product/name").asString()).isEqualTo("Box");
    assertThat(row.path("subscriptions").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      range=0,2&sort=productName,asc                        ; boxed moved   ; processes 0-2/4
      range=2,9&sort=productName,asc                        ; created dusted; processes 2-9/4
      range=0,1&sort=subscriptions,desc&filter=tag,SHELF    ; moved         ; processes 0-1/2
      range=1,2&filter=subscriptionId,${shelf}              ; created       ; processes 1-2/2
      range=5,6&filter=customer,ann                         ; ''            ; processes 5-6/2
      range=0,5&filter=product,nothing                      ; ''            ; processes 0-5/0
      range=0,5&filter=product,!Shelf,is_task,true          ; dusted        ; processes 0-5/1
      """)
  void aRangeIsAPartOfWhatIsFilteredAndSorted(String query, String expected, String range) {
    Answer answer = list(filled(query));

    assertThat(shown(answer)).isEqualTo(expected);
    assertThat(answer.header("content-range")).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      filter=product                          ; invalid_filter ; Invalid number of filter arguments
      filter=product,                         ; invalid_filter ; Invalid filter arguments
      filter=subscriptionId,x%00              ; invalid_filter ; Invalid filter arguments
      filter=products,Shelf                   ; invalid_filter ; 400: Invalid filter arguments
      filter=Tag,SHELF                        ; invalid_filter ; 400: Invalid filter arguments
      filter=productName,Shelf                ; invalid_filter ; 400: Invalid filter arguments
      filter=customerId,ann                   ; invalid_filter ; 400: Invalid filter arguments
      sort=product,asc                        ; invalid_sort   ; Invalid sort arguments
      sort=tag,asc                            ; invalid_sort   ; Invalid sort arguments
      sort=subscriptionId,asc                 ; invalid_sort   ; Invalid sort arguments
      sort=ProductName,asc                    ; invalid_sort   ; Invalid sort arguments
      sort=productName,ASC                    ; invalid_sort   ; Invalid sort arguments: the order 'ASC' is neither asc nor desc
      sort=productName                        ; invalid_sort   ; Invalid sort arguments: expected pairs of field and order, as in started_at,desc
      """)
  void whatCannotBeReadIsRefused(String query, String code, String detail) {
    Answer answer = list(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asString()).isEqualTo(code);
    assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
  }

  @Test
  void whoSortsBySubscriptionsCannotGoOnBehindAProcess() {
    JsonNode row = list("").json().path(0);

    Answer answer = list("sort=productName,asc&after=%s,%s"
        .formatted(row.path("started_at"), row.path("process_id").asString()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asString()).isEqualTo("invalid_after");
  }

  private static String id(JsonNode process) {
    return process.path("process_id").asString();
  }

  private static Answer list(String query) {
    return server.get("/api/processes/?" + query);
  }

  private static String filled(String text) {
    return text.replace("${customer}", BOX_OWNER)
        .replace("${shelf}", shelf)
        .replace("${box}", box)
        .replace("${unknown}", new UUID(0, 1).toString());
  }

  private static String encoded(String filter) {
    return URLEncoder.encode(filled(filter), StandardCharsets.UTF_8);
  }

  private static String shown(Answer answer) {
    return answer
        .json()
        .valueStream()
        .map(row -> names.get(row.path("process_id").asString()))
        .collect(Collectors.joining(" "));
  }
}
