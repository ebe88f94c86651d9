package io.orchestrator4j.cli;

import static io.orchestrator4j.cli.DbShell.project;
import static io.orchestrator4j.cli.DbShell.typing;
import static io.orchestrator4j.cli.DbShell.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.DbShell.Outcome;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.unmigrated.Unmigrated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows of the code come into the database by a migration that a command writes. */
final class MigrateWorkflowsTest {

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static DbShell on(String schema) {
    return new DbShell(Unmigrated.class, postgres, schema);
  }

  private static List<String> workflows(DbShell shell) {
    return shell.rows("""
        select w.name || coalesce(' of ' || string_agg(p.name, ', ' order by p.name), '')
        from %s.workflows w
        left join %s.products_workflows l using (workflow_id)
        left join %s.products p using (product_id)
        where w.deleted_at is null
        group by w.name
        order by w.name
        """);
  }

  @Test
  void aMenuLetsOneChooseAndAppliesWhatWasChosen() throws IOException {
    Path project = project(folder.resolve("menu"));
    assertThat(on("menu").run("upgrade").exitCode()).isZero();

    Outcome outcome = on("menu")
        .run(
            typing(
                "1", // add one
                "1", // create_desk
                "1", // for its product type
                "Set up a desk",
                "2", // add all others
                "9",
                "1", // show
                "2", // finish
                "y"),
            "migrate-workflows",
            "add desks",
            "--project",
            project.toString());

    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    assertThat(outcome.results())
        .contains(
            "Add a workflow or task that the database lacks (3)",
            "create_desk (CREATE, Desk)",
            "'9' is none of them; type a number from 1 to 3",
            "create task 'task_count_desks' (SYSTEM) 'Count desks'",
            "applied  ");
    assertThat(written(project)).contains("""
          private static final List<NewWorkflow> WORKFLOWS = List.of(
              new NewWorkflow("create_desk", Target.CREATE, "Set up a desk", "Desk"),
              new NewWorkflow("move_desk", Target.MODIFY, "Move desk", "Desk"),
              new NewWorkflow("task_count_desks", Target.SYSTEM, "Count desks").asTask());

          @Override
          public void upgrade(Catalogue catalogue) {
            WORKFLOWS.forEach(catalogue::createWorkflow);
          }

          @Override
          public void downgrade(Catalogue catalogue) {
            WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));
          }
        """);
    assertThat(workflows(on("menu")))
        .containsExactly(
            "create_desk of Desk", "modify_note of Desk", "move_desk of Desk", "task_count_desks");
  }

  @Test
  void aScriptAsksNothing() throws IOException {
    Path project = project(folder.resolve("script"));
    assertThat(on("script").run("upgrade").exitCode()).isZero();
    Path answers = Files.writeString(folder.resolve("answers.json"), """
        {"add": [{"name": "create_desk", "description": "From a file"}]}
        """);

    assertThat(on("script")
            .run(
                "migrate-workflows",
                "one",
                "--answers",
                answers.toString(),
                "--apply",
                "--project",
                project.toString())
            .results())
        .contains("applied  ");
    assertThat(workflows(on("script")))
        .containsExactly("create_desk of Desk", "modify_note of Desk");

    Files.writeString(answers, "{\"add\": [{\"name\": \"nothing\"}]}");
    assertThat(on("script").run("migrate-workflows", "one", "--answers", answers.toString()))
        .satisfies(refused -> {
          assertThat(refused.exitCode()).isEqualTo(1);
          assertThat(refused.complaints())
              .startsWith("The database has the migration ")
              .contains("which this program does not have");
        });
  }

  @Test
  void withoutAnswersNothingIsWritten() throws IOException {
    Path project = project(folder.resolve("none"));
    assertThat(on("nothing").run("upgrade").exitCode()).isZero();

    assertThat(on("nothing").run("migrate-workflows", "x", "--project", project.toString()))
        .satisfies(ended -> {
          assertThat(ended.exitCode()).isEqualTo(2);
          assertThat(ended.complaints()).contains("The input ended at 'Number'", "--yes");
        });
    assertThat(on("nothing")
            .run(typing("3"), "migrate-workflows", "x", "--project", project.toString())
            .results())
        .contains("No migration was written.");
    assertThat(on("nothing")
            .run("migrate-tasks", "x", "--yes", "--project", project.toString())
            .results())
        .contains("task_count_desks")
        .doesNotContain("create_desk");
    try (var files = Files.walk(project)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  // one that was deleted while there were processes of it was never offered again
  @Test
  void whatIsMarkedAsDeletedIsAddedAgain() throws IOException {
    Path project = project(folder.resolve("deleted"));
    DbShell shell = on("deleted");
    assertThat(shell.run("upgrade").exitCode()).isZero();
    shell.execute("""
        insert into %s.workflows (workflow_id, name, target, is_task, description, created_at, deleted_at)
        values (gen_random_uuid(), 'create_desk', 'CREATE', false, 'Create desk', now(), now())
        """);

    Outcome outcome = shell.run(
        "migrate-workflows", "again", "--yes", "--apply", "--project", project.toString());

    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    assertThat(written(project))
        .contains("new NewWorkflow(\"create_desk\", Target.CREATE, \"Create desk\", \"Desk\")");
    assertThat(workflows(shell)).contains("create_desk of Desk");
  }
}
