package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workflows are registered in two stages: in code, and in the database by a migration. There are three ways to one: a
 * menu writes it, the example's is copied, or it is written by hand.
 */
final class RegisterWorkflowsTest {

  private static final String MESSAGE = "add User and UserGroup workflows";
  private static final Pattern URL = Pattern.compile("URL +(http://\\S+)");

  private static final String[] REGISTERED = {
    "create_user for User external, User internal",
    "create_user_group for User Group",
    "modify_note for User Group, User external, User internal",
    "modify_user for User external, User internal",
    "modify_user_group for User Group",
    "terminate_user for User external, User internal",
    "terminate_user_group for User Group"
  };
  private static final String ONLY_OURS =
      "modify_note for User Group, User external, User internal";

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startDatabase() {
    postgres = EmbeddedPostgres.start(folder.resolve("data"));
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  /** A project, and a schema of its own in which its products are, and none of its workflows. */
  private record Shell(BeginnerProject project, String schema) {

    static Shell prepared(String schema) throws IOException, InterruptedException {
      Shell shell = new Shell(BeginnerProject.copy(folder.resolve(schema)), schema);
      assertThat(shell.run(0, "db", "upgrade", "heads")).contains("applied  20261123_1200");
      return shell;
    }

    BeginnerProgram start(String... words) throws IOException {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of(
          "--database-url=" + postgres.jdbcUrl(),
          "--database-user=" + postgres.user(),
          "--database-password=" + postgres.password(),
          "--database-schema=" + schema,
          "--catalogue=verify"));
      return BeginnerProgram.start(project, all.toArray(String[]::new));
    }

    String run(int exitCode, String... words) throws IOException, InterruptedException {
      return typing("", exitCode, words);
    }

    String typing(String lines, int exitCode, String... words)
        throws IOException, InterruptedException {
      try (BeginnerProgram program = start(words)) {
        program.type(lines);
        int ended = program.awaitEnd();
        assertThat(ended).as(program.said()).isEqualTo(exitCode);
        return program.said();
      }
    }

    void serverRefusesToStart() throws IOException, InterruptedException {
      assertThat(run(1, "run", "--port=0"))
          .contains(
              "Cannot start: The catalogue in the schema '%s' is not as".formatted(schema),
              "  missing  workflow 'create_user'\n",
              "  missing  workflow 'modify_user'\n",
              "  missing  workflow 'modify_user_group'\n",
              "  missing  workflow 'terminate_user'\n",
              "  missing  workflow 'terminate_user_group'\n",
              "db migrate-workflows")
          // while there are processes of it, its row stays
          .containsPattern(
              "  missing  workflow 'create_user_group'\n|differs  workflow 'create_user_group': deleted true");
    }

    void upgradeAddsThem() throws IOException, InterruptedException {
      assertThat(run(0, "db", "upgrade", "heads"))
          .containsPattern("applied  \\d{8}_\\d{4,6} \\(Add .*workflows\\)");
      assertThat(workflows()).containsExactly(REGISTERED);
      assertThat(run(0, "db", "check").strip())
          .isEqualTo("The database has all that the code needs.");
    }

    void downgradeRemovesThem() throws IOException, InterruptedException {
      assertThat(run(0, "db", "downgrade", "-1")).contains("taken back  ");
      assertThat(workflows()).containsExactly(ONLY_OURS);
    }

    /** The workflows of the database with the products that have them. */
    List<String> workflows() {
      return rows("""
          select w.name || ' for ' || string_agg(p.name, ', ' order by p.name collate "C")
          from %s.workflows w
          left join %s.products_workflows l using (workflow_id)
          left join %s.products p using (product_id)
          where w.deleted_at is null
          group by w.name
          order by w.name collate "C"
          """);
    }

    List<String> rows(String query) {
      try (Connection connection = DriverManager.getConnection(
              postgres.jdbcUrl(), postgres.user(), postgres.password());
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query.replace("%s", schema))) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aMenuWritesTheMigration() throws Exception {
    Shell shell = Shell.prepared("generated");
    shell.serverRefusesToStart();

    // each: add one, the first of those that are left, for the product type of the code, its own
    // description
    String menu = "1\n1\n1\n\n".repeat(6) + "1\n2\nn\n";
    String shown = shell.typing(
        menu,
        0,
        "db",
        "migrate-workflows",
        MESSAGE,
        "--project",
        shell.project().folder().toString());

    String source = Files.readString(shell.project().written());
    assertThat(source)
        .contains("@Follows(\"20261123_1200\")", "AddUserAndUserGroupWorkflows extends Migration")
        .contains("new NewWorkflow(\"create_user_group\", Target.CREATE, \"Create user group\"")
        .contains("new NewWorkflow(\"terminate_user\", Target.TERMINATE, \"Terminate user\"")
        .contains("WORKFLOWS.forEach(catalogue::createWorkflow);")
        .contains("WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));");
    assertThat(shown)
        .contains("Add a workflow or task that the database lacks (6)", "(CREATE, UserGroup)")
        .contains("create workflow 'modify_user' (MODIFY) 'Modify user' for product type 'User'")
        .contains(source)
        .contains("Wrote " + shell.project().written(), "To apply it: db upgrade heads");
    assertThat(shell.workflows()).containsExactly(ONLY_OURS);

    shell.project().compile();
    shell.upgradeAddsThem();
    aGroupIsCreated(shell);

    shell.downgradeRemovesThem();
    assertThat(shell.rows("select name from %s.workflows where deleted_at is not null"))
        .as("there is a process of it")
        .containsExactly("create_user_group");
    shell.serverRefusesToStart();
  }

  private static void aGroupIsCreated(Shell shell) throws IOException, InterruptedException {
    String product = shell
        .rows("select product_id from %s.products where name = 'User Group'")
        .getFirst();
    try (BeginnerProgram server = shell.start("run", "--port=0")) {
      server.awaitText("Ctrl-C");
      Matcher url = URL.matcher(server.said());
      assertThat(url.find()).as(server.said()).isTrue();
      try (BeginnerProgram client = BeginnerProgram.start(
          shell.project(),
          "process",
          "start",
          "create_user_group",
          "--page={\"product\": \"%s\"}".formatted(product),
          "--page={\"group_name\": \"ops\"}",
          "--wait",
          "--url=" + url.group(1))) {
        int ended = client.awaitEnd();
        assertThat(ended).as(client.said()).isZero();
        assertThat(client.said()).containsPattern("Status +completed");
      }
      server.terminate();
      server.awaitEnd();
    }
    assertThat(shell.rows("select description || ' ' || status from %s.subscriptions"))
        .containsExactly("User Group ops active");
  }

  @Test
  void theMigrationOfTheExampleIsCopied() throws Exception {
    Shell shell = Shell.prepared("copied");

    shell.project().copyExample();

    shell.project().compile();
    shell.upgradeAddsThem();
    shell.downgradeRemovesThem();
  }

  @Test
  void theMigrationIsWrittenByHand() throws Exception {
    Shell shell = Shell.prepared("manual");

    assertThat(shell.run(
            0,
            "db",
            "revision",
            "--head",
            "data",
            "--message",
            MESSAGE,
            "--project",
            shell.project().folder().toString()))
        .contains("Wrote " + shell.project().written());

    fillIn(shell.project().written());
    shell.project().compile();
    shell.upgradeAddsThem();
    shell.downgradeRemovesThem();
    assertThat(shell.rows("select name from %s.workflows")).containsExactly("modify_note");
  }

  /** Does what a person does in an editor with the empty migration. */
  private static void fillIn(Path file) throws IOException {
    String empty = Files.readString(file);
    String filled = empty
        .replaceFirst("\nimport ", """

            import io.orchestrator4j.migration.NewWorkflow;
            import io.orchestrator4j.workflow.Target;
            import java.util.List;
            import\s""")
        .replaceFirst("extends Migration \\{\n", """
            extends Migration {
              private static final List<NewWorkflow> NEW_WORKFLOWS = List.of(
                  new NewWorkflow("create_user_group", Target.CREATE, "Create user group", "UserGroup"),
                  new NewWorkflow("modify_user_group", Target.MODIFY, "Modify user group", "UserGroup"),
                  new NewWorkflow("terminate_user_group", Target.TERMINATE, "Terminate user group", "UserGroup"),
                  new NewWorkflow("create_user", Target.CREATE, "Create user", "User"),
                  new NewWorkflow("modify_user", Target.MODIFY, "Modify user", "User"),
                  new NewWorkflow("terminate_user", Target.TERMINATE, "Terminate user", "User"));

            """)
        .replaceFirst(
            "(void upgrade\\(Catalogue catalogue\\) \\{\n)",
            "$1    NEW_WORKFLOWS.forEach(catalogue::createWorkflow);\n")
        .replaceFirst(
            "(void downgrade\\(Catalogue catalogue\\) \\{\n)",
            "$1    NEW_WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));\n");
    Files.writeString(file, filled);
  }
}
