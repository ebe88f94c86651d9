package io.orchestrator4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.transfer.DatabaseExport;
import io.orchestrator4j.transfer.DatabaseImport;
import io.orchestrator4j.transfer.ExportManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that are under way, or wait, when a database is exported go on where it is imported. */
final class TransferOfProcessesTest {

  private static final String SCHEMA = "orchestrator";

  @TempDir
  private Path folder;

  @Test
  void whatRanWhenItWasExportedRunsOnWhereItIsImported() throws InterruptedException {
    TestingWorkflows here = new TestingWorkflows();
    TestingWorkflows there = new TestingWorkflows();
    there.released.release(10);
    String other = TestingDatabase.freshSchema();
    ProcessId processId;
    try (EngineFixture first =
        new EngineFixture(here, TestingDatabase.freshSchema(), EngineOptions.defaults())) {
      processId = first.start("holding");
      here.holding.await();

      ExportManifest manifest =
          transfer(TestingDatabase.dataSource(), first.schema, TestingDatabase.dataSource(), other);

      assertThat(manifest.runningProcesses()).isEqualTo(1);
      here.released.release();
      first.quiet();
    }
    try (EngineFixture second = new EngineFixture(there, other, EngineOptions.defaults())) {
      second.until("it is completed", () -> second.status(processId) == ProcessStatus.COMPLETED);

      assertThat(there.calls("hold")).as("the step that was under way, again").isEqualTo(1);
      assertThat(there.calls("count")).as("the one behind it").isEqualTo(1);
      assertThat(second.rows(processId))
          .containsExactly(
              "Start success", "Count success", "Hold success", "Count success", "Done complete");
    }
  }

  private ExportManifest transfer(
      DataSource from, String fromSchema, DataSource to, String toSchema) {
    Path file = folder.resolve("all.zip");
    new DatabaseExport(new Database(from, fromSchema, 2), "test").write(file);
    return new DatabaseImport(to, new Database(to, toSchema, 2)).load(file);
  }

  /** Not between all versions: from those that an embedded PostgreSQL once was, to the one that it is, and back. */
  @ParameterizedTest
  @CsvSource({"17, 18", "18, 17", "14, 18", "18, 14"})
  void aDatabaseMovesBetweenVersionsOfPostgres(String from, String to) throws InterruptedException {
    try (EmbeddedPostgres old = start(from);
        EmbeddedPostgres young = start(to)) {
      ProcessId processId;
      try (Orchestrator first = on(old)) {
        processId = started(first);
      }

      ExportManifest manifest = transfer(
          TestingDatabase.dataSource(old), SCHEMA, TestingDatabase.dataSource(young), SCHEMA);

      assertThat(manifest.postgresVersion()).startsWith(from + ".");
      assertThat(young.version()).startsWith(to + ".");
      try (Orchestrator second = on(young)) {
        assertThat(second.reader().detail(processId).process().status())
            .isEqualTo(ProcessStatus.COMPLETED);
        assertThat(second.reader().detail(processId).timeline().rows()).hasSize(7);
        assertThat(second.reader().detail(started(second)).process().status())
            .isEqualTo(ProcessStatus.COMPLETED);
      }
    }
  }

  private static ProcessId started(Orchestrator orchestrator) throws InterruptedException {
    FormOutcome<ProcessId> outcome =
        orchestrator.operations().start(EngineFixture.ANN, "five_steps", EngineFixture.pages("{}"));
    assertThat(orchestrator.engine().awaitQuiet(Duration.ofSeconds(20))).isTrue();
    return EngineFixture.complete(outcome);
  }

  private static Orchestrator on(EmbeddedPostgres postgres) {
    return Orchestrator.on(TestingDatabase.dataSource(postgres))
        .schema(SCHEMA)
        .workflows(new TestingWorkflows())
        .start();
  }

  // the other versions are there for one platform, as a file of the build
  private EmbeddedPostgres start(String version) {
    EmbeddedOptions options = EmbeddedOptions.DEFAULT.withDurable(false);
    Path data = folder.resolve("postgres-" + version);
    if (version.equals("18")) {
      return EmbeddedPostgres.start(data, options);
    }
    Assumptions.assumeTrue(
        List.of("amd64", "x86_64").contains(System.getProperty("os.arch"))
            && System.getProperty("os.name").equals("Linux")
            && !Files.exists(Path.of("/etc/alpine-release")),
        "Linux on x86-64, which PostgreSQL " + version + " was fetched for");
    return EmbeddedPostgres.start(
        data, options.withBinaries(Path.of("target", "postgres-" + version, "binaries.jar")));
  }
}
