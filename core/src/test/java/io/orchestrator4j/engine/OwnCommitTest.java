package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An author's own statements share the commit of their step, or are nowhere. */
final class OwnCommitTest {

  private final FreeWorkflows free = new FreeWorkflows();
  private EngineFixture engine;

  @BeforeEach
  void start() {
    engine = new EngineFixture(
        new TestingWorkflows(), TestingDatabase.freshSchema(), EngineOptions.defaults(), free);
    TestingDatabase.execute(
        "create table %s.own (number int primary key, at serial)".formatted(engine.schema));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void theyAreExecutedInTheirOrderWithTheStepsRecord() {
    free.body = context -> {
      context.inCommit(insert(1));
      context.inCommit(connection -> {
        execute(connection, "update %s.own set number = number + 10");
      });
      context.inCommit(insert(1));
      return State.of("done", true);
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(TestingDatabase.count(engine.schema, "own")).isEqualTo(2);
    assertThat(sameTransaction(processId)).isTrue();
  }

  @Test
  void oneThatIsRefusedFailsTheStepAndNothingIsChanged() {
    free.body = context -> {
      context.inCommit(insert(1));
      context.inCommit(insert(1));
      return State.of("done", true);
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine.rows(processId))
        .containsExactly("Start success", "Act failed", "Act pending", "Done pending");
    assertThat(engine.detail(processId).process().progress().failedReason())
        .contains("duplicate key");
    assertThat(TestingDatabase.count(engine.schema, "own")).isZero();
    assertThat(engine.state(processId).has("done")).isFalse();

    free.body = context -> {
      context.inCommit(insert(1));
      return State.empty();
    };
    engine.retry(processId);
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(TestingDatabase.count(engine.schema, "own")).isEqualTo(1);
  }

  @Test
  void theyAreNotExecutedWhenTheStepFails() {
    free.body = context -> {
      context.inCommit(insert(1));
      throw new IllegalStateException("kaboom");
    };

    engine.run("free");

    assertThat(TestingDatabase.count(engine.schema, "own")).isZero();
  }

  @Test
  void theyAreCommittedWithTheirStepWhenTheProcessIsAbortedBehindIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    free.body = context -> {
      context.inCommit(insert(1));
      begun.countDown();
      while (!context.isCancelled()) {
        Thread.onSpinWait();
      }
      return State.of("done", true);
    };
    ProcessId processId = engine.start("free");
    begun.await();

    engine.operations().abort(ANN, processId);
    engine.quiet();

    assertThat(engine.rows(processId))
        .containsExactly("Start success", "Act success", "User Aborted abort");
    assertThat(TestingDatabase.count(engine.schema, "own")).isEqualTo(1);
  }

  @Test
  void theyAreNotExecutedForAProcessThatIsLost() {
    AtomicInteger applied = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    free.body = context -> {
      if (runs.incrementAndGet() == 1) {
        context.inCommit(_ -> applied.incrementAndGet());
        TestingDatabase.execute(
            "update %s.processes set epoch = epoch + 1".formatted(engine.schema));
      }
      return State.empty();
    };

    engine.run("free");

    assertThat(applied).hasValue(0);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleIsNobodysFailure() {
    AtomicInteger tries = new AtomicInteger();
    free.body = context -> {
      context.inCommit(insert(1));
      context.inCommit(connection -> {
        if (tries.incrementAndGet() == 1) {
          execute(connection, "select pg_terminate_backend(pg_backend_pid())");
        }
      });
      return State.empty();
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(tries).hasValue(2);
    assertThat(TestingDatabase.count(engine.schema, "own")).isEqualTo(1);
  }

  enum Forbidden {
    COMMIT(Connection::commit),
    ROLLBACK(Connection::rollback),
    CLOSE(Connection::close),
    SET_AUTO_COMMIT(connection -> connection.setAutoCommit(true));

    private final CommitWork work;

    Forbidden(CommitWork work) {
      this.work = work;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTransactionIsNotTheAuthorsToEnd(Forbidden forbidden) {
    free.body = context -> {
      context.inCommit(insert(1));
      context.inCommit(forbidden.work);
      return State.empty();
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.detail(processId).process().progress().failedReason())
        .contains("was called in context.inCommit", "execute statements only");
    assertThat(TestingDatabase.count(engine.schema, "own")).isZero();
  }

  @Test
  void aSavepointIsTheAuthorsOwn() {
    free.body = context -> {
      context.inCommit(connection -> {
        Savepoint before = connection.setSavepoint();
        insert(1).apply(connection);
        connection.rollback(before);
        insert(2).apply(connection);
      });
      return State.empty();
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(TestingDatabase.count(engine.schema, "own")).isEqualTo(1);
  }

  private CommitWork insert(int number) {
    return connection -> execute(connection, "insert into %s.own (number) values (" + number + ")");
  }

  private void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(engine.schema));
    }
  }

  private boolean sameTransaction(ProcessId processId) {
    return TestingDatabase.count(
            engine.schema,
            ("own o join %s.process_steps s on s.xmin = o.xmin and s.path = 'act'"
                    + " and s.process_id = '%s'")
                .formatted(engine.schema, processId))
        == 2;
  }
}
