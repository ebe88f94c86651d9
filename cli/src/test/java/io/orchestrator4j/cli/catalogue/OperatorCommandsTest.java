package io.orchestrator4j.cli.catalogue;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.Shell;
import io.orchestrator4j.cli.Shell.Outcome;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a server sells and does, as operators see it in tables and programs in JSON. */
final class OperatorCommandsTest {

  @SpringBootApplication
  static class Application {}

  @ProductBlock(value = "BulbBlock", tag = "BB", description = "a bulb")
  static class BulbBlock extends ProductBlockModel {
    public Integer watts;
  }

  @ProductBlock(value = "PoleBlock", tag = "PB", description = "a pole")
  static class PoleBlock extends ProductBlockModel {
    public String street;
    public List<BulbBlock> bulbs;
  }

  @ProductType("Pole")
  @Product(name = "Short pole", tag = "P3", description = "three metres", fixed = "height=3")
  @Product(name = "Tall pole", tag = "P9", description = "nine metres", fixed = "height=9")
  static class Pole extends SubscriptionModel {
    @FixedInput
    public int height;

    public PoleBlock pole;
  }

  @Workflows(Pole.class)
  record Poles(Subscriptions subscriptions) {

    @CreateWorkflow("Create pole")
    StepList createPole() {
      return begin().then(this::create).then(storeProcessSubscription());
    }

    @Step("Create")
    Pole create(UUID product) {
      Pole pole = subscriptions.create(Pole.class, product, "ann");
      pole.pole.street = "Main Street";
      for (int watts : List.of(40, 60)) {
        BulbBlock bulb = new BulbBlock();
        bulb.watts = watts;
        pole.pole.bulbs.add(bulb);
      }
      pole.description("a pole of " + pole.height);
      return pole;
    }

    @TerminateWorkflow("Terminate pole")
    StepList terminatePole() {
      return begin();
    }
  }

  @Workflows
  record Counting() {

    @Task("Count the poles")
    StepList taskCountPoles() {
      return begin().then(this::count);
    }

    @Step("Count")
    State count() {
      return State.of("poles", 2);
    }
  }

  @TempDir
  private static Path folder;

  private static ConfigurableApplicationContext server;
  private static String url;
  private static String shortPole;
  private static String tallPole;

  @BeforeAll
  static void start() {
    server = SpringApplication.run(
        Application.class,
        "--spring.main.banner-mode=off",
        "--logging.level.root=warn",
        "--orchestrator.web.port=0",
        "--orchestrator.database.folder=" + folder.resolve("data"));
    url = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
    shortPole = sold("Short pole");
    tallPole = sold("Tall pole");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Outcome run(String... words) {
    return new Shell(Application.class)
        .run(Stream.concat(Stream.of(words), Stream.of("--url", url)).toArray(String[]::new));
  }

  private static String table(String... words) {
    Outcome outcome = run(words);
    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    assertThat(outcome.complaints()).isEmpty();
    return outcome.results();
  }

  private static JsonNode json(String... words) {
    return Json.read(
        table(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new)));
  }

  private static List<String> all(JsonNode list, String key) {
    return list.valueStream().map(each -> each.path(key).asString()).toList();
  }

  private static String sold(String product) {
    String productId = json("product", "show", product).path("product_id").asString();
    JsonNode process = json(
        "process",
        "start",
        "create_pole",
        "--page={\"product\": \"%s\"}".formatted(productId),
        "--wait");
    return process.at("/current_state/subscription_id").asString();
  }

  @Test
  void workflowsAreListedWithoutTasks() {
    assertThat(table("workflow", "list").lines())
        .first()
        .asString()
        .matches("NAME +TARGET +DESCRIPTION");
    assertThat(table("workflow", "list"))
        .containsPattern("\ncreate_pole +CREATE +Create pole\n")
        .containsPattern("\nterminate_pole +TERMINATE +Terminate pole\n")
        .doesNotContain("task_count_poles");
    assertThat(all(json("workflow", "list"), "name"))
        .contains("create_pole", "terminate_pole")
        .doesNotContain("task_count_poles");
  }

  @Test
  void aWorkflowIsShownWithItsProducts() {
    String shown = table("workflow", "show", "create_pole");

    assertThat(shown)
        .containsPattern("Name +create_pole\n")
        .containsPattern("Target +CREATE\n")
        .containsPattern("Task +no\n")
        .containsPattern("Description +Create pole\n")
        .containsPattern("Products +Short pole, Tall pole\n");
    JsonNode json = json("workflow", "show", "create_pole");
    assertThat(json.path("is_task").asBoolean()).isFalse();
    assertThat(table("workflow", "show", json.path("workflow_id").asString())).isEqualTo(shown);
    assertThat(table("workflow", "show", "task_count_poles"))
        .containsPattern("Task +yes\n")
        .containsPattern("Products +none\n");
  }

  @Test
  void whatHasNoSuchNameIsSaidWithThoseThatThereAre() {
    Outcome workflow = run("workflow", "show", "create_pile");
    Outcome product = run("product", "show", "Pile");
    Outcome subscription = run("subscription", "show", "00000000-0000-0000-0000-000000000000");

    assertThat(workflow.exitCode()).isEqualTo(1);
    assertThat(workflow.complaints())
        .startsWith("There is no workflow 'create_pile'; there are ")
        .contains("create_pole");
    assertThat(product.complaints())
        .isEqualToIgnoringNewLines("There is no product 'Pile'; there are Short pole, Tall pole");
    assertThat(subscription.exitCode()).isEqualTo(1);
    assertThat(subscription.results()).isEmpty();
    assertThat(subscription.complaints()).contains("00000000-0000-0000-0000-000000000000");
  }

  @Test
  void productsAreListed() {
    assertThat(table("product", "list").lines().map(String::strip))
        .satisfiesExactly(
            head -> assertThat(head).matches("NAME +TYPE +TAG +STATUS +DESCRIPTION"),
            first -> assertThat(first).matches("Short pole +Pole +P3 +active +three metres"),
            second -> assertThat(second).matches("Tall pole +Pole +P9 +active +nine metres"));
    assertThat(all(json("product", "list"), "tag")).containsExactly("P3", "P9");
  }

  @Test
  void aProductIsShownWithAllThatItHas() {
    assertThat(table("product", "show", "Tall pole"))
        .containsPattern("Name +Tall pole\n")
        .containsPattern("Type +Pole\n")
        .containsPattern("Fixed input +height = 9\n")
        .containsPattern("Block +PoleBlock: street\n")
        .containsPattern("Workflows +.*create_pole.*terminate_pole");
    assertThat(json("product", "show", "Tall pole").at("/fixed_inputs/0/value").asString())
        .isEqualTo("9");
  }

  @Test
  void subscriptionsAreListedTheLatestFirst() {
    assertThat(table("subscription", "list").lines().map(String::strip))
        .satisfiesExactly(
            head -> assertThat(head)
                .matches("SUBSCRIPTION +PRODUCT +STATUS +IN SYNC +CUSTOMER +DESCRIPTION"),
            first ->
                assertThat(first).matches(tallPole + " +Tall pole +active +yes +ann +a pole of 9"),
            second -> assertThat(second)
                .matches(shortPole + " +Short pole +active +yes +ann +a pole of 3"));
    assertThat(all(json("subscription", "list", "--limit", "1"), "subscription_id"))
        .containsExactly(tallPole);
  }

  @Test
  void subscriptionsAreFoundByWhatTheyAre() {
    assertThat(all(json("subscription", "list", "--product", "Short pole"), "subscription_id"))
        .containsExactly(shortPole);
    assertThat(json("subscription", "list", "--status", "ACTIVE", "--customer", "ann"))
        .hasSize(2);
    assertThat(json("subscription", "list", "--query", "tall street")).hasSize(1);
    assertThat(json("subscription", "list", "--locked")).isEmpty();
    assertThat(table("subscription", "list", "--customer", "nobody").strip())
        .isEqualTo("No subscription is there like that.");
  }

  @Test
  void aSubscriptionIsShownWithItsValuesAndWhatMayStart() {
    assertThat(table("subscription", "show", tallPole))
        .containsPattern("Subscription +" + tallPole)
        .containsPattern("Description +a pole of 9\n")
        .containsPattern("Product +Tall pole\n")
        .containsPattern("Customer +ann\n")
        .containsPattern("Status +active\n")
        .containsPattern("In sync +yes\n")
        .contains("height: 9\n")
        .containsSubsequence("pole\n", "  street: Main Street\n", "  bulbs[0]\n", "    watts: 40\n")
        .contains("  bulbs[1]\n    ")
        .containsPattern("WORKFLOW +MAY START\n")
        .containsPattern("terminate_pole +yes\n");
    assertThat(json("subscription", "show", tallPole).at("/pole/bulbs/1/watts").asInt())
        .isEqualTo(60);
  }

  @Test
  void tasksAreListedAndRun() {
    assertThat(table("task", "list"))
        .containsPattern("NAME +TARGET +DESCRIPTION\n")
        .containsPattern("task_count_poles +SYSTEM +Count the poles\n")
        .doesNotContain("create_pole");
    assertThat(all(json("task", "list"), "name")).contains("task_count_poles");

    assertThat(table("task", "run", "task_count_poles", "--wait"))
        .containsPattern("Status +completed\n")
        .containsPattern("Count +success");
    JsonNode run = json("task", "run", "task_count_poles", "--wait");
    assertThat(run.path("is_task").asBoolean()).isTrue();
    assertThat(run.at("/current_state/poles").asInt()).isEqualTo(2);
  }

  @Test
  void theEngineSaysWhetherItRuns() {
    assertThat(table("engine", "status").strip())
        .isEqualTo("The engine runs, with 0 processes at work.");

    assertThat(table("engine", "pause")).startsWith("The engine is paused; nothing runs.");
    try {
      assertThat(table("engine", "status"))
          .startsWith("The engine is paused; nothing runs.")
          .contains("To let it go on:  ", "engine resume --url " + url);
      assertThat(json("engine", "status").path("global_status").asString()).isEqualTo("PAUSED");
    } finally {
      assertThat(json("engine", "resume").path("global_status").asString()).isEqualTo("RUNNING");
    }
  }
}
