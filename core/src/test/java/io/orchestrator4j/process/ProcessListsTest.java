package io.orchestrator4j.process;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessQuery.Range;
import io.orchestrator4j.process.ProcessQuery.Sort;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, orders and parts of the list of processes. */
final class ProcessListsTest {

  @Workflows
  static final class Examples {
    @Task("Works")
    StepList works() {
      return begin();
    }

    @Workflow("Fails")
    StepList fails() {
      return init().then(this::fail).then(done());
    }

    @Step("Fail")
    void fail() {
      throw new IllegalStateException("100% wrong");
    }
  }

  private static Orchestrator orchestrator;

  @BeforeAll
  static void start() throws InterruptedException {
    orchestrator = Orchestrator.on(TestingDatabase.dataSource())
        .schema(TestingDatabase.freshSchema())
        .workflows(new Examples())
        .start();
    for (String name : List.of("ann", "Bob", "carl")) {
      orchestrator.operations().start(Caller.named(name), "works", List.of(Json.object()));
    }
    orchestrator.operations().start(Caller.named("ann"), "fails", List.of(Json.object()));
    orchestrator.engine().awaitQuiet(Duration.ofSeconds(10));
  }

  @AfterAll
  static void stop() {
    orchestrator.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = ';', textBlock = """
      created_by       ; ann                      ; ann works, ann fails
      createdBy        ; ANN                      ; ann works, ann fails
      created_by       ; ann|bob                  ; ann works, Bob works, ann fails
      created_by       ; ann-bob                  ; ann works, Bob works, ann fails
      created_by       ; !ann                     ; Bob works, carl works
      created_by       ; %a%                      ; ann works, carl works, ann fails
      is_task          ; true                     ; ann works, Bob works, carl works
      is_task          ; perhaps                  ;
      last_status      ; FAILED                   ; ann fails
      last_status      ; completed-failed         ; ann works, Bob works, carl works, ann fails
      last_status      ; !completed               ; ann fails
      last_status      ; fai%                     ; ann fails
      last_status      ; f_iled                   ; ann fails
      last_status      ; nonsense                 ;
      is_task          ; !true                    ; ann fails
      is_task          ; true|false               ; ann works, Bob works, carl works, ann fails
      workflow_name    ; fails|works              ; ann works, Bob works, carl works, ann fails
      workflow_name    ; !WORKS                   ; ann fails
      workflow_name    ; nonsense                 ;
      workflow_name    ; fails                    ; ann fails
      target           ; system                   ; ann works, Bob works, carl works, ann fails
      failed_reason    ; 100% wrong               ; ann fails
      traceback        ; %IllegalStateException%  ; ann fails
      note             ; x                        ;
      started_at       ; >2020-01-01              ; ann works, Bob works, carl works, ann fails
      started_at       ; <=2020-01-01T10:00:00Z   ;
      process_id       ; 0190                     ;
      last_step        ; done|fail                ; ann works, Bob works, carl works, ann fails
      created_by       ; x' or '1'='1             ;
      """)
  void filters(String field, String value, String expected) {
    ProcessQuery query = ProcessQuery.all().where(ProcessField.named(field).orElseThrow(), value);

    List<String> found = names(query);

    assertThat(found)
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", "));
    assertThat(orchestrator.lists().count(query)).isEqualTo(found.size());
  }

  @Test
  void sortsWithoutRegardToCaseAndTakesAPart() {
    ProcessQuery query = new ProcessQuery(
        List.of(),
        List.of(
            new Sort(ProcessField.CREATED_BY, true), new Sort(ProcessField.WORKFLOW_NAME, false)),
        new Range(1, 3));

    assertThat(names(query)).containsExactly("ann fails", "Bob works");
    assertThat(orchestrator.lists().count(query)).isEqualTo(4);
  }

  @Test
  void listsTheLatestFirst() {
    assertThat(names(ProcessQuery.all()))
        .containsExactly("ann fails", "carl works", "Bob works", "ann works");
  }

  @Test
  void filtersOnSeveralFieldsHoldTogether() {
    ProcessQuery query = ProcessQuery.all()
        .where(ProcessField.WORKFLOW_NAME, "works")
        .where(ProcessField.LAST_STATUS, "completed|suspended")
        .where(ProcessField.IS_TASK, "true")
        .where(ProcessField.CREATED_BY, "ann|carl");

    assertThat(names(query)).containsExactly("carl works", "ann works");
    assertThat(orchestrator.lists().count(query)).isEqualTo(2);
    assertThat(names(query.where(ProcessField.LAST_STATUS, "suspended"))).isEmpty();
  }

  @Test
  void aWholeIdFindsItsProcess() {
    String id = orchestrator
        .lists()
        .list(ProcessQuery.all())
        .get(1)
        .process()
        .processId()
        .toString();

    for (String written : List.of(id, id.toUpperCase(Locale.ROOT))) {
      assertThat(names(ProcessQuery.all().where(ProcessField.PROCESS_ID, written)))
          .containsExactly("carl works");
    }
  }

  @Test
  void whoGoesOnBehindTheLastProcessReadsAllOfThemOnce() {
    List<String> read = new ArrayList<>();
    ProcessQuery query = ProcessQuery.all().first(1);
    List<ListedProcess> part = orchestrator.lists().list(query);
    while (!part.isEmpty()) {
      read.addAll(names(part));
      query = query.behind(ProcessQuery.Place.of(part.getLast().process()));
      part = orchestrator.lists().list(query);
    }

    assertThat(read).containsExactly("ann fails", "carl works", "Bob works", "ann works");
    assertThat(orchestrator.lists().count(query)).isEqualTo(4);
  }

  @Test
  void anotherOrderHasNoPlaceToGoOnBehind() {
    ProcessQuery byStatus = new ProcessQuery(
        List.of(), List.of(new Sort(ProcessField.LAST_STATUS, true)), Range.first(1));
    ProcessQuery.Place place = new ProcessQuery.Place(Instant.EPOCH, ProcessId.fresh());

    assertThatThrownBy(() -> byStatus.behind(place))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ordered by start, latest first");
  }

  @Test
  void countsByStatus() {
    assertThat(orchestrator.lists().countsByStatus())
        .containsExactly(
            new ProcessCounts.StatusCount(false, ProcessStatus.FAILED, 1),
            new ProcessCounts.StatusCount(true, ProcessStatus.COMPLETED, 3));
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> names(ProcessQuery.all().where(ProcessField.STARTED_AT, ">yesterday")))
        .isInstanceOf(NotATime.class)
        .hasMessage("'yesterday' is no time; write it as 2026-11-23 or 2026-11-23T10:30:00Z");
  }

  @Test
  void anUnknownFieldIsNotThere() {
    assertThat(ProcessField.named("nonsense")).isEmpty();
  }

  private static List<String> names(ProcessQuery query) {
    return names(orchestrator.lists().list(query));
  }

  private static List<String> names(List<ListedProcess> processes) {
    return processes.stream()
        .map(listed -> listed.process().origin().createdBy() + " "
            + listed.process().workflow().name())
        .toList();
  }
}
