package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of processes: its parts, orders, filters and tags. */
final class ListTest {

  private static ProcessServer server;
  private static String completed;
  private static String failed;
  private static String waiting;
  private static Map<String, String> names;

  @BeforeAll
  static void start() {
    server = ProcessServer.start();
    completed = server.run("acting_workflow");
    server.workflows().deed = () -> {
      throw new IllegalStateException("kaboom");
    };
    failed = server.run("acting");
    server.workflows().deed = State::empty;
    waiting = server.run("asking");
    names = Map.of(completed, "completed", failed, "failed", waiting, "waiting");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void rowsAreLightProcessesLatestFirst() {
    Answer answer = list("");
    JsonNode row = answer.json().get(1);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(shown(answer)).containsExactly("waiting", "failed", "completed");
    assertThat(row.propertyNames())
        .containsExactly(
            "process_id",
            "workflow_id",
            "workflow_name",
            "is_task",
            "created_by",
            "failed_reason",
            "started_at",
            "last_status",
            "last_step",
            "assignee",
            "last_modified_at",
            "traceback",
            "product_id",
            "customer_id",
            "workflow_target",
            "subscriptions",
            "current_state",
            "steps",
            "form",
            "note");
    assertThat(List.of("current_state", "steps", "form"))
        .allSatisfy(key -> assertThat(row.get(key).isNull()).isTrue());
    assertThat(row.get("traceback").asString()).contains("IllegalStateException: kaboom");
    assertThat(row.get("workflow_target").asString()).isEqualTo("SYSTEM");
    assertThat(row.get("started_at").toString()).matches("\\d{10}\\.\\d{6}");
    assertThat(answer.header("content-range")).isEmpty();
  }

  @Test
  void aRangeIsAPartOfTheWhole() {
    Answer answer = list("range=1,3");

    assertThat(shown(answer)).containsExactly("failed", "completed");
    assertThat(answer.header("content-range")).isEqualTo("processes 1-3/3");
  }

  @Test
  void aRangeBeyondTheEndIsEmpty() {
    Answer answer = list("range=5,10");

    assertThat(answer.text()).isEqualTo("[]");
    assertThat(answer.header("content-range")).isEqualTo("processes 5-10/3");
    assertThat(answer.header("etag")).isEqualTo("W/\"0x0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"range=0", "range=", "filter=", "sort="})
  void halfARangeAndEmptyTextsAskForNothing(String query) {
    Answer answer = list(query);

    assertThat(shown(answer)).hasSize(3);
    assertThat(answer.header("content-range")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      range=1,1                    | invalid_range  | range start must be lower than end
      range=a,b                    | invalid_range  | range is 'a,b': expected two whole numbers, as in 0,20
      range=-1,5                   | invalid_range  | range is '-1,5': expected two whole numbers, as in 0,20
      range=0,99999999999          | invalid_range  | range is '0,99999999999': expected two whole numbers, as in 0,20
      range=0,1,2                  | invalid_range  | range is '0,1,2': expected two whole numbers, as in 0,20
      sort=started_at              | invalid_sort   | Invalid sort arguments: expected pairs of field and order, as in started_at,desc
      sort=started_at,up           | invalid_sort   | Invalid sort arguments: the order 'up' is neither asc nor desc
      sort=color,asc               | invalid_sort   | Invalid sort arguments
      filter=workflow_name         | invalid_filter | Invalid number of filter arguments
      filter=workflow_name,        | invalid_filter | Invalid filter arguments
      filter=note,a%00             | invalid_filter | Invalid filter arguments
      filter=color,red             | invalid_filter | 400: Invalid filter arguments
      filter=started_at,>yesterday | invalid_filter | Invalid filter arguments: 'yesterday' is no time; write it as 2026-11-23 or 2026-11-23T10:30:00Z
      """)
  void whatCannotBeReadIsRefused(String query, String code, String detail) {
    assertProblem(list(query.replace(">", "%3E")), 400, code, detail);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      last_status,failed                        | failed
      lastStatus,FAILED                         | failed
      last_status,failed-suspended              | waiting failed
      last_status,!failed                       | waiting completed
      last_status,failed,is_task,false          | ''
      is_task,false                             | completed
      is_task,perhaps                           | ''
      target,modify                             | completed
      workflow_name,act%25                      | failed completed
      assignee,noc                              | waiting
      note,a\\                                  | ''
      failed_reason,KABOOM                      | failed
      started_at,<2020-01-01                    | ''
      started_at,>=2020-01-01                   | waiting failed completed
      subscription_id,nonsense                  | ''
      tag,!USER                                 | waiting failed completed
      """)
  void filtersLetThroughWhatFulfilsThemAll(String filter, String expected) {
    String encoded = filter.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C");

    Answer answer = list("filter=" + encoded);

    assertThat(String.join(" ", shown(answer))).isEqualTo(expected);
  }

  @Test
  void aProcessIsFoundByItsIdAndNotByAPartOfIt() {
    assertThat(shown(list("filter=process_id," + failed))).containsExactly("failed");
    assertThat(shown(list("filter=process_id," + failed.substring(0, 8)))).isEmpty();
  }

  @Test
  void aFilterCountsForTheTotalToo() {
    assertThat(list("range=0,1&filter=is_task,true").header("content-range"))
        .isEqualTo("processes 0-1/2");
    assertThat(list("range=0,1&filter=tag,x").header("content-range")).isEqualTo("processes 0-1/0");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      started_at,asc               | completed failed waiting
      startedAt,desc               | waiting failed completed
      last_status,asc              | completed failed waiting
      workflowTarget,asc           | completed waiting failed
      is_task,desc,started_at,asc  | failed waiting completed
      """)
  void sortsOrderByTheFirstFieldAndThenByTheNext(String sort, String expected) {
    assertThat(String.join(" ", shown(list("sort=" + sort)))).isEqualTo(expected);
  }

  @Test
  void whoHasTheListAlreadyGetsNothing() {
    String tag = list("").header("etag");
    String bare = tag.substring(3, tag.length() - 1);

    for (String known : List.of(tag, bare, "\"%s\"".formatted(bare), "W/\"0x1\", " + tag)) {
      Answer answer = server.get("/api/processes/", "If-None-Match", known);

      assertThat(answer.status()).as(known).isEqualTo(304);
      assertThat(answer.text()).isEmpty();
      assertThat(answer.header("etag")).isEqualTo(tag);
    }
    assertThat(tag).matches("W/\"0x[0-9a-f]+\"");
    assertThat(server.get("/api/processes/", "If-None-Match", "W/\"0x1\"").status())
        .isEqualTo(200);
  }

  @Test
  void aNoteChangesTheTag() {
    String before = list("").header("etag");

    server.send("PATCH", "/api/processes/" + waiting, "{\"note\":\"look\"}");

    assertThat(list("").header("etag")).isNotEqualTo(before);
  }

  @Test
  void statusesAreCountedForProcessesAndTasks() {
    assertThat(server.get("/api/processes/status-counts").json()).isEqualTo(Json.read("""
            {"process_counts":{"completed":1},"task_counts":{"failed":1,"suspended":1}}
            """));
  }

  private static Answer list(String query) {
    return server.get("/api/processes/?" + query);
  }

  private static List<String> shown(Answer answer) {
    return answer
        .json()
        .valueStream()
        .map(row -> names.get(row.get("process_id").asString()))
        .toList();
  }
}
