package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** The search language over the wire. */
final class SubscriptionSearchTest {

  @ProductBlock("Lamp")
  static class LampBlock extends ProductBlockModel {
    public String street;
  }

  @ProductType("Lamp")
  @Product(name = "Lamp", tag = "LAMP", description = "a lamp")
  static class Lamp extends SubscriptionModel {
    public LampBlock lamp;
  }

  @Workflows(Lamp.class)
  static final class LampWorkflows {

    private final Subscriptions subscriptions;

    LampWorkflows(Subscriptions subscriptions) {
      this.subscriptions = subscriptions;
    }

    @FormPage
    record WherePage(String street) {}

    @CreateWorkflow("Create lamp")
    StepList createLamp() {
      return begin(this::where).then(this::create).then(storeProcessSubscription());
    }

    WherePage where(Form form) {
      return form.ask(WherePage.class);
    }

    @Step("Create")
    Lamp create(UUID product, String street) {
      Lamp lamp = subscriptions.create(Lamp.class, product, "ann");
      lamp.lamp.street = street;
      lamp.description("Lamp in " + street);
      return lamp;
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Orchestrator orchestrator() {
      OrchestratorConfiguration configuration =
          Orchestrator.on(TestingDatabase.dataSource()).schema(TestingDatabase.freshSchema());
      return configuration
          .workflows(new LampWorkflows(configuration.subscriptions()))
          .start();
    }
  }

  private static TestingServer server;

  @BeforeAll
  static void start() throws InterruptedException {
    server = TestingServer.startOrchestrated(Application.class);
    Orchestrator orchestrator = server.context().getBean(Orchestrator.class);
    UUID product = orchestrator.products().named("Lamp").productId();
    for (String street : List.of("Long Lane", "Short Lane", "Main Street")) {
      Answer started = server.send(
          "POST",
          "/api/processes/create_lamp",
          "[{\"product\": \"%s\"}, {\"street\": \"%s\"}]".formatted(product, street));
      assertThat(started.status()).as(started.text()).isEqualTo(201);
      assertThat(orchestrator.engine().awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer search(String query, String more) {
    return server.get("/api/subscriptions/search?query=%s%s"
        .formatted(URLEncoder.encode(query, StandardCharsets.UTF_8), more));
  }

  private static List<String> found(String query) {
    return search(query, "")
        .json()
        .valueStream()
        .map(each -> each.path("description").asString())
        .toList();
  }

  @Test
  void findsByWordsBeginningsPhrasesAndKeys() {
    assertThat(found("lane")).containsExactly("Lamp in Short Lane", "Lamp in Long Lane");
    assertThat(found("lan* -short")).containsExactly("Lamp in Long Lane");
    assertThat(found("\"main street\"|street:short"))
        .containsExactly("Lamp in Main Street", "Lamp in Short Lane");
    assertThat(found("status:active insync:true tag:LAMP")).hasSize(3);
    assertThat(found("insync:false")).isEmpty();
    assertThat(found("")).isEmpty();
  }

  @Test
  void aRowIsASubscriptionWithItsMetadata() {
    JsonNode row = search("long", "").json().path(0);

    assertThat(row.propertyNames())
        .startsWith("subscription_id", "start_date", "description", "status", "product_id")
        .endsWith("customer_descriptions", "tag", "version", "metadata");
    assertThat(row.path("product_id").isNull()).isTrue();
    assertThat(row.at("/product/name").asString()).isEqualTo("Lamp");
    assertThat(row.at("/product/created_at").isNumber()).isTrue();
    assertThat(row.path("customer_descriptions").isNull()).isTrue();
    assertThat(row.path("metadata").isNull()).isTrue();
  }

  @Test
  void aRangeIsAnsweredWithTheTotal() {
    Answer page = search("lamp", "&range=1,2");

    assertThat(page.json().path(0).path("description").asString()).isEqualTo("Lamp in Short Lane");
    assertThat(page.json()).hasSize(1);
    assertThat(page.header("Content-Range")).isEqualTo("subscriptions 1-2/3");
    assertThat(search("lamp", "").header("Content-Range")).isEmpty();
    assertThat(search("lamp", "&sort=description,asc&range=0,10").json()).hasSize(3);
  }

  @Test
  void whatCannotBeReadIsRefused() {
    Answer noLanguage = search("(x", "");
    assertThat(noLanguage.status()).isEqualTo(400);
    assertThat(noLanguage.json().path("detail").asString())
        .isEqualTo("The end in the search '(x': expected a closing )");
    assertThat(server.get("/api/subscriptions/search").status()).isEqualTo(422);
    assertThat(search("x".repeat(513), "").status()).isEqualTo(422);
    assertThat(search("a\0b", "").status()).isEqualTo(422);
    assertThat(search("x", "&range=3,1").json().path("detail").asString())
        .isEqualTo("range start must be lower than end");
  }

  @Test
  void operatorsListThemLatestFirst() {
    assertThat(descriptions("/api/subscriptions/"))
        .containsExactly("Lamp in Main Street", "Lamp in Short Lane", "Lamp in Long Lane");
    assertThat(descriptions("/api/subscriptions/?status=active&product=Lamp&customer_id=ann"))
        .hasSize(3);
    assertThat(descriptions("/api/subscriptions/?locked=true")).isEmpty();
    assertThat(descriptions("/api/subscriptions/?product=Candle")).isEmpty();
    Answer page = server.get("/api/subscriptions/?range=1,2");
    assertThat(page.json().path(0).path("description").asString()).isEqualTo("Lamp in Short Lane");
    assertThat(page.header("Content-Range")).isEqualTo("subscriptions 1-2/3");
    Answer wrong = server.get("/api/subscriptions/?status=blue");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("detail").asString())
        .startsWith("status is 'blue': expected one of [initial,");
  }

  private static List<String> descriptions(String path) {
    return server
        .get(path)
        .json()
        .valueStream()
        .map(each -> each.path("description").asString())
        .toList();
  }
}
