package io.orchestrator4j.embedded;

import static io.orchestrator4j.embedded.Queries.connect;
import static io.orchestrator4j.embedded.Queries.execute;
import static io.orchestrator4j.embedded.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server for all that leaves it as it was. */
final class EmbeddedPostgresTest {

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void itIsPostgres18InItsFolder() throws SQLException, IOException {
    assertThat(postgres.version()).startsWith("18.");
    assertThat(postgres.dataFolder()).isEqualTo(folder.toRealPath());
    assertThat(text(postgres, "show server_version")).isEqualTo(postgres.version());
    assertThat(text(postgres, "show data_directory"))
        .isEqualTo(folder.toRealPath().resolve("cluster").toString());
  }

  @Test
  void itsSettingsAreDurable() throws SQLException {
    try (var connection = connect(postgres)) {
      for (String setting :
          new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
        assertThat(text(connection, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(text(connection, "show max_connections")).isEqualTo("100");
      assertThat(text(connection, "show log_timezone")).isEqualTo("UTC");
    }
  }

  @Test
  void upperAndLowerCaseOfAllLettersAreKnown() throws SQLException {
    assertThat(text(postgres, "select upper('één, ω')")).isEqualTo("ÉÉN, Ω");
  }

  @Test
  void itListensOnLoopbackOnly() throws SQLException {
    assertThat(text(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(text(postgres, "show unix_socket_directories")).isEmpty();
    // all of 127.0.0.0/8 is this machine, so this address is refused only if the one address is
    // listened on
    assertThatThrownBy(() -> new Socket("127.0.0.2", postgres.port()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void nobodyIsLetInWithoutThePassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void thePasswordIsInOneFileForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("password");

    assertThat(Files.readString(file).strip()).isEqualTo(postgres.password()).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(postgres.toString()).doesNotContain(postgres.password());
    assertThat(postgres.jdbcUrl()).doesNotContain(postgres.password());
    assertThat(Files.readString(folder.resolve("postgres.log")))
        .doesNotContain(postgres.password());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("cluster", "lock", "lock.holder", "password", "postgres.log");
    }
  }

  @Test
  void aDatabaseOfAnyNameIsCreatedOnce() throws SQLException {
    String name = "it's \"another\" & 100% more";
    String url = postgres.createDatabase(name);

    assertThat(postgres.createDatabase(name)).isEqualTo(url);
    try (var connection = DriverManager.getConnection(url, postgres.user(), postgres.password())) {
      assertThat(text(connection, "select current_database()")).isEqualTo(name);
    }
  }

  @Test
  void aRestartLosesConnectionsAndKeepsRowsAndPort() throws SQLException {
    int port = postgres.port();
    execute(postgres, "create table restarted as select 42 as answer");

    try (var connection = connect(postgres)) {
      postgres.restart();

      assertThatThrownBy(() -> text(connection, "select 1")).isInstanceOf(SQLException.class);
    }
    assertThat(postgres.port()).isEqualTo(port);
    assertThat(text(postgres, "select answer from restarted")).isEqualTo("42");
  }

  @Test
  void aSecondStartInThisJvmIsRefusedAndTheFirstKeepsItsLock() throws IOException {
    String expected = "is in use by process " + ProcessHandle.current().pid();

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOfSatisfying(
            EmbeddedPostgresFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_IN_USE))
        .hasMessageContaining(expected);
    try (var other = OtherJvm.start(folder)) {
      assertThat(other.answer()).contains(folder.toString(), expected, "(started ");
    }
  }
}
