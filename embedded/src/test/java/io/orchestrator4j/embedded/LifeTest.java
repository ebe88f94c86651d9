package io.orchestrator4j.embedded;

import static io.orchestrator4j.embedded.Queries.execute;
import static io.orchestrator4j.embedded.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and ends, wanted and not, of one folder; each test leaves it stopped. */
final class LifeTest {

  @TempDir
  private static Path folder;

  @Test
  void rowsSurviveClosingAndStarting() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      execute(postgres, "create table if not exists kept as select 42 as answer");
    }

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void closingTwiceIsClosingOnce() throws IOException {
    var postgres = EmbeddedPostgres.start(folder);
    postgres.close();

    try (var other = OtherJvm.start(folder)) {
      postgres.close();

      assertThat(PostmasterFile.in(folder.resolve("cluster")))
          .hasValueSatisfying(running -> assertThat(running.port()).isEqualTo(other.port()));
    }
    assertThatThrownBy(postgres::restart)
        .isInstanceOfSatisfying(
            EmbeddedPostgresFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(Code.CLOSED));
  }

  @Test
  void aStartIsRefusedWhileAnotherJvmHoldsTheFolder() throws IOException {
    try (var other = OtherJvm.start(folder)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOfSatisfying(
              EmbeddedPostgresFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_IN_USE))
          .hasMessageContaining("is in use by process " + other.process().pid());
    }

    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void aServerThatSurvivesItsKilledJvmIsTakenOver() throws Exception {
    var other = OtherJvm.start(folder);
    long survivor = postmaster();
    other.kill();

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(postgres.port()).isEqualTo(other.port());
      assertThat(postmaster()).isEqualTo(survivor);
      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
    assertThat(PostmasterFile.in(folder.resolve("cluster"))).isEmpty();
  }

  @Test
  void aSurvivorOnTheWrongPortIsStartedAnew() throws Exception {
    var other = OtherJvm.start(folder);
    long survivor = postmaster();
    other.kill();
    int wanted = Postmaster.freePort();

    try (var postgres = EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withPort(wanted))) {
      assertThat(postgres.port()).isEqualTo(wanted);
      assertThat(postmaster()).isNotEqualTo(survivor);
      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void rowsSurviveWhenJvmAndServerAreKilled() throws Exception {
    var other = OtherJvm.start(folder);
    other.kill();
    ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aKilledServerIsStartedAgain() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      execute(postgres, "create table if not exists kept as select 42 as answer");
      ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

      postgres.restart();

      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aProcessThatGotTheNumberOfAKilledServerIsNotMistakenForIt() throws Exception {
    rowsSurviveClosingAndStarting();
    // as after a restart of a container, where numbers begin at 1 again
    Files.writeString(
        folder.resolve("cluster/postmaster.pid"),
        "%d\n%s\n1\n5432\n\n127.0.0.1\n0 0\nready\n"
            .formatted(ProcessHandle.current().pid(), folder.resolve("cluster")));

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(text(postgres, "select 42")).isEqualTo("42");
    }
  }

  @Test
  void withoutDurabilityNothingIsForcedToDisk() throws SQLException {
    try (var postgres =
        EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withDurable(false))) {
      assertThat(text(postgres, "show fsync")).isEqualTo("off");
      assertThat(text(postgres, "show synchronous_commit")).isEqualTo("off");
    }
  }

  @Test
  void theOldestSupportedPostgresRunsToo(@TempDir Path another) throws SQLException {
    Path jar = Path.of("target/postgres-14/postgres.jar");

    try (var postgres =
        EmbeddedPostgres.start(another, EmbeddedOptions.DEFAULT.withBinaries(jar))) {
      assertThat(postgres.version()).startsWith("14.");
      assertThat(text(postgres, "show data_checksums")).isEqualTo("on");
    }
  }

  private long postmaster() throws IOException {
    return PostmasterFile.in(folder.resolve("cluster")).orElseThrow().pid();
  }
}
