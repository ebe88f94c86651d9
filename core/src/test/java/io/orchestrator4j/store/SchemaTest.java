package io.orchestrator4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class SchemaTest {

  private final DataSource dataSource = TestingDatabase.dataSource();
  private final String schema = TestingDatabase.freshSchema();

  @Test
  void isMadeFromNothingAndVerifies() {
    assertThatThrownBy(() -> Schema.prepare(dataSource, schema, Schema.Mode.VERIFY))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("is older than this program: it lacks V1 (processes)")
        .hasMessageContaining("orchestrator.schema=migrate");

    Schema.prepare(dataSource, schema, Schema.Mode.MIGRATE);

    assertThatCode(() -> Schema.prepare(dataSource, schema, Schema.Mode.VERIFY))
        .doesNotThrowAnyException();
  }

  @Test
  void isMigratedOnceByManyWhoStartAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(threads.submit(() -> Schema.prepare(dataSource, schema, Schema.Mode.MIGRATE)));
      }
      for (Future<?> start : starts) {
        start.get();
      }
    }

    assertThatCode(() -> Schema.prepare(dataSource, schema, Schema.Mode.VERIFY))
        .doesNotThrowAnyException();
  }

  @Test
  void ofANewerProgramIsRefused() throws Exception {
    Schema.prepare(dataSource, schema, Schema.Mode.MIGRATE);
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("insert into " + schema + ".schema_history"
          + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
          + " values (99, '99', 'the future', 'SQL', 'V99__the_future.sql', 'somebody', 1, true)");
    }

    for (Schema.Mode mode : Schema.Mode.values()) {
      assertThatThrownBy(() -> Schema.prepare(dataSource, schema, mode))
          .isInstanceOf(SchemaMismatch.class)
          .hasMessageContaining("is newer than this program: it has V99 (the future)");
    }
  }

  @Test
  void aNameThatNeedsQuotingIsRefused() {
    assertThatThrownBy(() -> new Database(dataSource, "x\"; drop table", 1))
        .hasMessageContaining("choose another");
  }

  @Test
  void lockKeysDifferBetweenSchemas() {
    assertThat(new Database(dataSource, "one", 1).lockKey("node"))
        .isNotEqualTo(new Database(dataSource, "two", 1).lockKey("node"));
  }
}
