package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.DbShell.Outcome;
import io.orchestrator4j.cli.db.Asking;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a database before and after a server is on it. */
final class DbCommandsTest {

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

  private static Outcome db(String schema, String... words) {
    return new DbShell(Shop.class, postgres, schema).run(words);
  }

  @Test
  void anEmptyDatabaseIsBroughtToWhatTheCodeNeedsAndBack() {
    Outcome before = db("whole", "check");
    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.complaints())
        .startsWith("The schema 'whole' is older than this program: it lacks V1")
        .contains("db upgrade heads");

    assertThat(db("whole", "upgrade", "heads").results()).isEqualToNormalizingNewlines("""
        applied  20260101_1200 (Add lamps)
        applied  20260102_1200 (Add lamp workflows)
        """);
    assertThat(db("whole", "upgrade").results().strip()).isEqualTo("The database is up to date.");
    assertThat(db("whole", "check")).satisfies(check -> {
      assertThat(check.results().strip()).isEqualTo("The database has all that the code needs.");
      assertThat(check.exitCode()).isZero();
    });
    assertThat(db("whole", "current").results())
        .startsWith("schema  V")
        .contains("data    20260102_1200 (Add lamp workflows)");
    assertThat(db("whole", "history").results())
        .contains("schema  V1", "data    20260101_1200  Add lamps")
        .doesNotContain("not yet");

    assertThat(db("whole", "downgrade", "-1").results().strip())
        .isEqualTo("taken back  20260102_1200 (Add lamp workflows)");
    assertThat(db("whole", "check")).satisfies(check -> {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.results())
          .contains(
              "not applied  20260102_1200 (Add lamp workflows)",
              "missing  workflow 'create_lamp'",
              "missing  workflow 'terminate_lamp'");
    });
    assertThat(db("whole", "history").results()).containsPattern("Add lamp workflows +not yet");
    assertThat(db("whole", "downgrade").results().strip())
        .isEqualTo("taken back  20260101_1200 (Add lamps)");
    assertThat(db("whole", "downgrade").results().strip())
        .isEqualTo("There is nothing to take back.");
  }

  @Test
  void aPartOfTheWayIsGoneByName() {
    assertThat(db("part", "upgrade", "20260101_1200").results().strip())
        .isEqualTo("applied  20260101_1200 (Add lamps)");
    assertThat(db("part", "upgrade").results().strip())
        .isEqualTo("applied  20260102_1200 (Add lamp workflows)");
    assertThat(db("part", "downgrade", "20260101_1200").results().strip())
        .isEqualTo("taken back  20260102_1200 (Add lamp workflows)");

    assertThat(db("part", "upgrade", "20990101_1200").complaints().strip())
        .isEqualTo("There is no migration 20990101_1200; there are 20260101_1200, 20260102_1200");
    assertThat(db("part", "downgrade", "V3").complaints())
        .startsWith("The schema only goes up.")
        .contains("restore the database from before its upgrade");
    assertThat(db("part", "check", "--json").results()).contains("\"good\" : false");
  }

  @Test
  void aRevisionFollowsTheHeadAndIsWrittenIntoTheProject() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("project/src/main/java"));

    Outcome written = db(
        "none",
        "revision",
        "-m",
        "add a second lamp!",
        "--project",
        folder.resolve("project").toString());

    assertThat(written.exitCode()).as(written.complaints()).isZero();
    try (var files = Files.walk(sources)) {
      Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertThat(sources.relativize(file).toString())
          .matches("io/orchestrator4j/shop/migrations/V\\d{8}_\\d{6}__AddASecondLamp\\.java");
      assertThat(Files.readString(file))
          .contains(
              "@Follows(\"20260102_1200\")",
              "extends Migration",
              "public void upgrade(Catalogue catalogue)");
    }
    assertThat(db("none", "revision", "-m", "x", "--project", folder.toString()).complaints())
        .contains("There is no folder", "--project");
    assertThat(db("none", "revision", "-m", "x", "--head", "20990101_1200").complaints())
        .contains("There is no migration 20990101_1200; the heads are 20260102_1200");
    assertThat(db("none", "heads").results().strip())
        .isEqualTo("20260102_1200 (Add lamp workflows)");
  }

  @Test
  void aDatabaseIsExportedAndImportedIntoAnotherPlace() {
    String file = folder.resolve("shop.zip").toString();
    db("from_here", "upgrade");

    assertThat(db("from_here", "export", file)).satisfies(export -> {
      assertThat(export.exitCode()).as(export.complaints()).isZero();
      assertThat(export.results())
          .containsPattern(
              "Exported \\d+ rows of \\d+ tables \\(schema V\\d+, PostgreSQL 18\\.\\d+\\)")
          .contains("to " + file, "orchestrator.secrets.keys");
    });
    assertThat(db("from_here", "export", file)).satisfies(again -> {
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.complaints()).startsWith(file + " is there already");
    });
    assertThat(db("to_there", "import", file)).satisfies(load -> {
      assertThat(load.exitCode()).as(load.complaints()).isZero();
      assertThat(load.results())
          .startsWith("Imported ")
          .endsWith("To compare it with the code: db check\n");
    });
    assertThat(db("to_there", "check").exitCode()).isZero();
    assertThat(db("to_there", "history").results()).doesNotContain("not yet");
    assertThat(db("to_there", "import", file)).satisfies(again -> {
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.complaints())
          .startsWith(
              "The database is not empty: in the schema 'to_there' there are rows in audit");
    });
    assertThat(
            db("nothing_here", "export", folder.resolve("none.zip").toString()).complaints())
        .startsWith("The schema 'nothing_here' of this database has no tables of an orchestrator");
  }

  @Test
  void anEmbeddedDatabaseMovesIntoOneOfYourOwn() {
    String file = folder.resolve("embedded.zip").toString();
    Shell shell = new Shell(Shop.class);
    String embedded = "--data-folder=" + folder.resolve("embedded");
    assertThat(shell.run("db", "upgrade", embedded).exitCode()).isZero();

    assertThat(shell.run("db", "export", file, embedded).exitCode()).isZero();
    assertThat(db("own", "import", file).exitCode()).isZero();
    assertThat(db("own", "check").exitCode()).isZero();

    String again = "--data-folder=" + folder.resolve("embedded-again");
    assertThat(shell.run("db", "import", file, again).exitCode()).isZero();
    assertThat(shell.run("db", "check", again).exitCode()).isZero();
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedWithWhatToDo() {
    for (String command : new String[] {"check", "upgrade", "history", "current"}) {
      Shell.Outcome outcome = new Shell(Shop.class)
          .run(
              "db",
              command,
              "--database-url=jdbc:postgresql://127.0.0.1:1/x?password=rose",
              "--database-user=u",
              "--database-password=tulip");

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.complaints())
          .startsWith("The database at jdbc:postgresql://127.0.0.1:1/x cannot be used")
          .contains(
              "Connection refused",
              "Start it, or correct orchestrator.database.url, orchestrator.database.user")
          .doesNotContain("rose", "tulip");
    }
  }

  @Test
  void aDatabaseThatIsLostInTheMiddleIsNamedToo() throws IOException {
    try (EmbeddedPostgres own = EmbeddedPostgres.start(folder.resolve("lost"))) {
      DbShell shell = new DbShell(Shop.class, own, "lost");
      assertThat(shell.run("upgrade").exitCode()).isZero();
      shell.execute("delete from %s.workflows where name = 'create_lamp'");
      // whoever is to be asked is called when the database has been read, and is to be written
      Asking stopping = terminal -> {
        own.stopServer();
        return DbShell.typing().on(terminal);
      };

      Outcome outcome = shell.run(
          stopping,
          "migrate-workflows",
          "add lamps",
          "--yes",
          "--apply",
          "--project",
          DbShell.project(folder.resolve("lost-project")).toString());

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.complaints())
          .startsWith("The database at %s was lost in the middle: ".formatted(own.jdbcUrl()))
          .contains("Start it, or correct orchestrator.database.url")
          .doesNotContain(own.password(), "it is tried again");
    }
  }

  @Test
  void thePackageOfMigrationsIsMadeOnce() throws IOException {
    Path project = DbShell.project(Files.createDirectories(folder.resolve("bare")));
    Path made =
        project.resolve("src/main/java/io/orchestrator4j/shop/migrations/package-info.java");

    Outcome first = db("none", "init", "--project", project.toString());
    Outcome second = db("none", "init", "--project", project.toString());

    assertThat(first.exitCode()).as(first.complaints()).isZero();
    assertThat(first.results())
        .startsWith("Wrote " + made)
        .contains("db migrate-domain-models", "db migrate-workflows", "db upgrade heads");
    assertThat(made).content().contains("package io.orchestrator4j.shop.migrations;");
    assertThat(second.exitCode()).isZero();
    assertThat(second.results())
        .startsWith("There is a package io.orchestrator4j.shop.migrations already")
        .contains("nothing was changed");
    assertThat(db("none", "init", "--project", folder.toString()).complaints())
        .contains("There is no folder", "--project");
  }
}
