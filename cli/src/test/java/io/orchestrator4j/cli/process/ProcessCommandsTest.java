package io.orchestrator4j.cli.process;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.Shell;
import io.orchestrator4j.cli.Shell.Outcome;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.ProcessFailure;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The commands against a real server on a real database. */
final class ProcessCommandsTest {

  private static final Pattern STARTED = Pattern.compile("Started process (\\S+)");

  @SpringBootApplication
  static class Application {}

  enum Size {
    SMALL,
    LARGE
  }

  @Workflows
  record Parcels() {

    @FormPage
    record AddressPage(@NotBlank String street, Size size) {}

    @FormPage
    record ContentPage(@NotBlank String content) {}

    @FormPage
    record ApprovalPage(boolean approved) {}

    @Task("Send a parcel")
    StepList sendParcel() {
      return begin(this::askAll).then(this::pack);
    }

    State askAll(Form form) {
      return State.of(form.ask(AddressPage.class), form.ask(ContentPage.class));
    }

    @Step("Pack")
    State pack(String content) {
      return State.of("packed", content);
    }

    @Task("Fail once")
    StepList failOnce() {
      return begin().then(this::fragile);
    }

    @Step("Fragile")
    void fragile(StepContext context) {
      if (context.attempt() == 1) {
        throw new ProcessFailure("It broke", Map.of("pieces", 3));
      }
    }

    @Task("Ask in the middle")
    StepList askInTheMiddle() {
      return begin().then(this::askApproval);
    }

    @InputStep("Approve")
    ApprovalPage askApproval(Form form) {
      return form.ask(ApprovalPage.class);
    }
  }

  @TempDir
  private static Path folder;

  private static ConfigurableApplicationContext server;
  private static String url;

  @BeforeAll
  static void start() {
    server = SpringApplication.run(
        Application.class,
        "--spring.main.banner-mode=off",
        "--logging.level.root=warn",
        "--orchestrator.web.port=0",
        "--orchestrator.database.folder=" + folder.resolve("data"));
    url = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theFieldsOfTheNextPageAreShownWithTheCommandToGoOn() {
    Outcome first = run("start", "send_parcel");

    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(first.results())
        .contains("Page 1")
        .containsPattern("street +text +required")
        .containsPattern("size +text +required; one of small.*, large");
    assertThat(first.complaints())
        .contains("process start send_parcel --page '{\"street\":\"...\",\"size\":\"small\"}'")
        .contains("--url " + url);

    Outcome second =
        run("start", "send_parcel", "--page", "{\"street\": \"Long 1\", \"size\": \"large\"}");

    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.results()).contains("Page 2").contains("content");
    assertThat(second.complaints())
        .contains(
            "--page '{\"street\":\"Long 1\",\"size\":\"large\"}' --page '{\"content\":\"...\"}'");
  }

  @Test
  void aProcessIsStartedByPagesOfAFileAndFollowed(@TempDir Path files) throws Exception {
    Path input = Files.writeString(
        files.resolve("pages.json"),
        "[{\"street\": \"Long 1\", \"size\": \"large\"}, {\"content\": \"books\"}]");

    Outcome outcome = run("start", "send_parcel", "--input", input.toString(), "--wait");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.results())
        .containsPattern("Status +completed")
        .containsSubsequence("STEP", "STATUS", "DURATION")
        .containsPattern("Pack +success +\\d+ ms");
  }

  @Test
  void whatIsWrongWithAPageIsSaidPerField() {
    Outcome outcome =
        run("start", "send_parcel", "--page", "{\"street\": \"Long 1\", \"size\": \"huge\"}");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains("The input is not valid").contains("  size: ");
  }

  @Test
  void aPageThatIsNoJsonIsWrongUsage() {
    Outcome outcome = run("start", "send_parcel", "--page", "{street: 1}");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains("--page is no JSON");
  }

  @Test
  void anUnknownWorkflowIsAFailure() {
    Outcome outcome = run("start", "no_such_workflow");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("Workflow does not exist");
  }

  @Test
  void aFailedProcessShowsItsErrorAndIsRetried() {
    Outcome failed = run("start", "fail_once", "--wait");
    String processId = idIn(failed.results());

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.results())
        .containsPattern("Fragile +failed")
        .contains("Step \"Fragile\" failed: It broke (ProcessFailure)")
        .contains("details: {\"pieces\":3}")
        .contains("process retry " + processId);

    assertThat(run("resume", processId).complaints()).contains("process retry " + processId);

    Outcome retried = run("retry", processId, "--wait");

    assertThat(retried.exitCode()).isZero();
    assertThat(retried.results()).containsPattern("Status +completed");
    assertThat(run("retry", processId).exitCode()).isEqualTo(1);
  }

  @Test
  void aSuspendedProcessAsksAndIsResumedWhereItWasSeen() {
    Outcome suspended = run("start", "ask_in_the_middle", "--wait");
    String processId = idIn(suspended.results());
    assertThat(suspended.exitCode()).isZero();
    assertThat(suspended.results()).contains("process resume " + processId);

    Outcome asked = run("resume", processId);
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.results()).contains("approved");
    assertThat(asked.complaints()).contains("--place").contains("'{\"approved\":true}'");

    String page = "{\"approved\": true}";
    Outcome elsewhere = run("resume", processId, "--place", "elsewhere@9", "--page", page);
    assertThat(elsewhere.exitCode()).isEqualTo(1);
    assertThat(elsewhere.complaints()).contains("elsewhere@9");

    Outcome resumed = run("resume", processId, "--page", page, "--wait");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.results()).containsPattern("Status +completed");
  }

  @Test
  void anAbortedProcessIsListedAsSuch() {
    String processId = idIn(run("start", "ask_in_the_middle", "--wait").results());

    assertThat(run("abort", processId).exitCode()).isZero();

    assertThat(run("list", "--status", "aborted", "--workflow", "ask_in_the_middle")
            .results())
        .containsPattern(processId + " +ask_in_the_middle +aborted");
    assertThat(run("list", "--status", "suspended", "--workflow", "send_parcel").results())
        .contains("No process");
  }

  @Test
  void programsGetTheServersJson() {
    Outcome started = run("start", "fail_once", "--json");
    String processId = Json.read(started.results()).path("id").asString();

    JsonNode shown = Json.read(run("show", "--wait", "--json", processId).results());
    assertThat(shown.path("process_id").asString()).isEqualTo(processId);
    assertThat(shown.path("steps").isArray()).isTrue();

    assertThat(Json.read(run("list", "--json", "--limit", "1").results())).hasSize(1);

    Outcome incomplete = run("start", "send_parcel", "--json");
    assertThat(incomplete.exitCode()).isEqualTo(2);
    assertThat(Json.read(incomplete.results()).path("status").asInt()).isEqualTo(510);
  }

  @Test
  void theWholeListHasEveryProcessOnce() {
    run("start", "fail_once", "--wait");
    run("start", "send_parcel", "--page", "{}");
    String table = run("list", "--all").results();
    JsonNode list =
        Json.read(run("list", "--all", "--json", "--workflow", "fail_once").results());

    assertThat(table).startsWith("PROCESS").containsOnlyOnce("WORKFLOW").contains("fail_once");
    assertThat(list)
        .isNotEmpty()
        .allSatisfy(
            process -> assertThat(process.get("workflow_name").asString()).isEqualTo("fail_once"));
    assertThat(list.valueStream().map(process -> process.get("process_id").asString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whoDidWhatIsShownFromTheStartOn() {
    String processId =
        idIn(run("start", "ask_in_the_middle", "--wait", "--reporter", "ann").results());
    run("resume", processId, "--page", "{\"approved\": true}", "--wait", "--reporter", "bob");

    Outcome audit = run("show", "--audit", processId);

    assertThat(audit.exitCode()).isZero();
    assertThat(audit.results())
        .containsPattern("ann +start +ask_in_the_middle")
        .containsPattern("bob +resume +.*Approve");
  }

  @Test
  void theEngineIsPausedAndGoesOn() {
    Outcome paused = onServer("engine", "pause");
    Outcome refused = run("start", "fail_once");
    Outcome status = onServer("engine", "status", "--json");
    Outcome resumed = onServer("engine", "resume");

    assertThat(paused.results()).contains("The engine is paused").contains("engine resume --url");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.complaints()).contains("Engine is locked");
    assertThat(Json.read(status.results()).get("global_lock").asBoolean()).isTrue();
    assertThat(resumed.results()).contains("The engine runs");
  }

  @Test
  void nodesAreListedAndDrained() {
    Outcome list = onServer("node", "list");
    String name = list.results().lines().skip(1).findFirst().orElseThrow().split(" ")[0];

    assertThat(list.results()).startsWith("NAME").containsPattern(name + " +live +api,worker");
    assertThat(onServer("node", "drain", name).results()).contains("It drains");
    assertThat(onServer("node", "list").results()).contains("draining");
    assertThat(onServer("node", "drain", "--undo", name).exitCode()).isZero();
    assertThat(onServer("node", "drain", "nobody").complaints())
        .contains("There is no node 'nobody' at work");
  }

  @Test
  void theReporterIsTheCallersChoice() {
    Outcome outcome = run("start", "fail_once", "--wait", "--reporter", "ann");

    assertThat(outcome.results()).containsPattern("Started .* by ann");
  }

  @Test
  void anIdThatIsNoneIsAFailureWithItsPlace() {
    Outcome outcome = run("show", "123");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("path.process_id: Input should be a valid UUID");
  }

  @Test
  void aServerThatIsNotThereHasAnExitCodeOfItsOwn() {
    Outcome outcome =
        new Shell(Application.class).run("process", "list", "--url", "http://127.0.0.1:1");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.complaints()).contains("No server answers at http://127.0.0.1:1");
  }

  private static Outcome run(String... words) {
    return onServer(Stream.concat(Stream.of("process"), Stream.of(words)).toArray(String[]::new));
  }

  private static Outcome onServer(String... words) {
    return new Shell(Application.class)
        .run(Stream.concat(Stream.of(words), Stream.of("--url", url)).toArray(String[]::new));
  }

  private static String idIn(String results) {
    Matcher shown = Pattern.compile("Process +(\\S{36})").matcher(results);
    Matcher started = STARTED.matcher(results);
    if (shown.find()) {
      return shown.group(1);
    }
    assertThat(started.find()).as(results).isTrue();
    return started.group(1);
  }
}
