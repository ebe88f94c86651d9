package io.orchestrator4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root on a system that allows name spaces, and on one that does not. */
final class SystemUserTest {

  private static final EmbeddedOptions QUICK = EmbeddedOptions.DEFAULT.withDurable(false);

  @TempDir
  private Path folder;

  @BeforeEach
  void onlyRootCanBecomeAnother() {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
  }

  @Test
  void theSameFolderServesBothWays() throws IOException, SQLException {
    var another = SystemUser.OTHER_THAN_ROOT;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path data = folder.resolve("data");

    try (var postgres = EmbeddedPostgres.start(data, QUICK, another)) {
      Queries.execute(postgres, "create table kept as select 42 as answer");
      assertThat(owner(data.resolve("cluster/PG_VERSION"))).isEqualTo(another.owner());
      assertThat(owner(data.resolve("password"))).isEqualTo(0);
    }
    try (var postgres = EmbeddedPostgres.start(data, QUICK, SystemUser.ROOT_IN_A_NAME_SPACE)) {
      assertThat(Queries.text(postgres, "select answer from kept")).isEqualTo("42");
      assertThat(owner(data.resolve("cluster/PG_VERSION"))).isEqualTo(0);
    }
    try (var postgres = EmbeddedPostgres.start(data, QUICK, another)) {
      assertThat(Queries.text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aFolderThatTheOtherUserCannotEnterIsNamed() {
    Path data = folder.resolve("data");

    var failure = catchThrowableOfType(
        EmbeddedPostgresFailure.class,
        () -> EmbeddedPostgres.start(data, QUICK, SystemUser.OTHER_THAN_ROOT));

    assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_NOT_REACHABLE);
    assertThat(failure).hasMessageContaining(data.toString());
  }

  private static Object owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
