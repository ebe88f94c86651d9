package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.TestingChanges.birth;
import static io.orchestrator4j.engine.TestingChanges.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.Birth;
import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.SharedWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that changed domain models and share transactions, among them bad ones, and broken connections. */
final class ModelCommitterTest {

  private final String schema = TestingDatabase.freshSchema();
  private final Database database = new Database(TestingDatabase.dataSource(), schema, 8);
  private final Jdbi jdbi = Jdbi.create(TestingDatabase.dataSource());
  private final Queue<Change> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Checkpoint> alone = new ConcurrentLinkedQueue<>();
  private final ModelCommitter committer = new ModelCommitter(database, heard::add);
  private final OwnCommit own = new OwnCommit(database, heard::add);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void start() {
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    TestingDatabase.execute(
        "create table %s.saved (thing uuid, number int not null)".formatted(schema));
    committer.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    committer.stop();
    own.close();
  }

  /** Work that writes one row; a number below zero is refused by the database. */
  private record Save(String schema, UUID thing, Integer number) implements SharedWork {

    @Override
    public void apply(Connection connection) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("insert into %s.saved values (?, ?)".formatted(schema))) {
        statement.setObject(1, thing);
        statement.setObject(2, number, java.sql.Types.INTEGER);
        statement.executeUpdate();
      }
    }

    @Override
    public Set<UUID> touched() {
      return Set.of(thing);
    }

    @Override
    public boolean isShareable() {
      return true;
    }

    @Override
    public CommitWork together(List<SharedWork> others) {
      return connection -> {
        apply(connection);
        for (SharedWork other : others) {
          other.apply(connection);
        }
      };
    }
  }

  @Test
  void whatIsReadyTogetherSharesATransaction() throws Exception {
    List<Birth> births = born(200);

    List<Future<Committer.Result>> results =
        submit(births, i -> new Save(schema, UUID.randomUUID(), i));

    for (Future<Committer.Result> result : results) {
      assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
    }
    assertThat(heard).hasSize(200);
    assertThat(number("select count(distinct number) from %s.saved")).isEqualTo(200);
    assertThat(number("select count(*) from %s.process_steps where sequence = 2"))
        .isEqualTo(200);
    assertThat(number("select count(distinct xmin::text) from %s.saved")).isLessThan(100);
    assertThat(number("""
        select count(*) from %1$s.saved v
        where not exists (select from %1$s.processes p where p.xmin = v.xmin)
        """)).isZero();
  }

  @Test
  void oneThatIsRefusedHarmsNobodyElse() throws Exception {
    List<Birth> births = born(60);

    List<Future<Committer.Result>> results =
        submit(births, i -> new Save(schema, UUID.randomUUID(), i == 30 ? null : i));

    for (int i = 0; i < results.size(); i++) {
      Future<Committer.Result> result = results.get(i);
      if (i == 30) {
        assertThatThrownBy(result::get).cause().isInstanceOf(OwnCommit.WorkFailed.class);
      } else {
        assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
      }
    }
    assertThat(number("select count(*) from %s.saved")).isEqualTo(59);
    assertThat(number("select count(*) from %s.process_steps where sequence = 2"))
        .isEqualTo(59);
  }

  @Test
  void whoIsLostIsLostAloneAndHisWorkIsNotDone() throws Exception {
    List<Birth> births = born(60);
    jdbi.useHandle(handle -> handle.execute(
        "update " + schema + ".processes set epoch = 7 where process_id = ?",
        births.get(30).processId().value()));

    List<Future<Committer.Result>> results =
        submit(births, i -> new Save(schema, UUID.randomUUID(), i));

    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).get())
          .isEqualTo(i == 30 ? new Committer.Result.Lost() : new Committer.Result.Committed());
    }
    assertThat(number("select count(*) from %s.saved where number = 30")).isZero();
    assertThat(number("select count(*) from %s.saved")).isEqualTo(59);
  }

  @Test
  void twoThatTouchTheSameAreNotInOneTransaction() throws Exception {
    UUID thing = UUID.randomUUID();
    List<Birth> births = born(40);

    List<Future<Committer.Result>> results = submit(births, i -> new Save(schema, thing, i));

    for (Future<Committer.Result> result : results) {
      assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
    }
    assertThat(number("select count(distinct xmin::text) from %s.saved")).isEqualTo(40);
  }

  @Test
  void whoMustWaitForALockKeepsNobodyElseWaiting() throws Exception {
    UUID locked = UUID.randomUUID();
    List<Birth> births = born(40);
    jdbi.useTransaction(handle -> {
      handle.execute(
          "select from " + schema + ".processes where process_id = ? for update",
          births.getFirst().processId().value());

      List<Future<Committer.Result>> results =
          submit(births, i -> new Save(schema, i == 0 ? locked : UUID.randomUUID(), i));

      for (Future<Committer.Result> result : results.subList(1, results.size())) {
        assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
      }
      assertThat(results.getFirst()).isNotDone();
      handle.rollback();
      assertThat(results.getFirst().get()).isEqualTo(new Committer.Result.Committed());
    });
  }

  @Test
  void whateverConnectionsBreakEachStepIsDoneOnce() throws Exception {
    List<Birth> births = born(30);
    Future<?> breaking = threads.submit(() -> {
      int broken = 0;
      while (broken < 12) {
        broken += breakConnections();
      }
    });
    List<Future<?>> chains = new ArrayList<>();
    for (Birth birth : births) {
      chains.add(threads.submit(() -> chain(birth, 20)));
    }
    for (Future<?> chain : chains) {
      chain.get();
    }
    breaking.cancel(true);

    assertThat(number("select count(*) from %s.process_steps where sequence > 1"))
        .isEqualTo(30 * 20);
    assertThat(number("select count(*) from %s.saved")).isEqualTo(30 * 20);
    assertThat(number("select min(sequence) from %s.processes")).isEqualTo(21);
    assertThat(heard).hasSize(30 * 20);
  }

  @Test
  void whoComesAfterTheEndGoesAlone() throws Exception {
    List<Birth> births = born(20);
    committer.stop();

    for (Future<Committer.Result> result :
        submit(births, i -> new Save(schema, UUID.randomUUID(), i))) {
      assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
    }
    assertThat(alone).hasSize(20);
  }

  private int chain(Birth birth, int length) {
    Fence known = birth.after();
    for (int i = 0; i < length; i++) {
      Checkpoint next = step(birth.processId(), known);
      assertThat(commit(next, new Save(schema, UUID.randomUUID(), i)))
          .isEqualTo(new Committer.Result.Committed());
      known = next.after();
    }
    return length;
  }

  private Committer.Result commit(Checkpoint checkpoint, SharedWork work) {
    return committer.commit(checkpoint, work, () -> {
      alone.add(checkpoint);
      return own.commit(checkpoint, List.of(work));
    });
  }

  private List<Birth> born(int count) throws SQLException {
    List<Birth> births = IntStream.range(0, count).mapToObj(_ -> birth(1)).toList();
    database.onConnection(connection -> new SharedCommit(database).write(connection, births));
    return births;
  }

  private interface Works {
    SharedWork of(int index);
  }

  private List<Future<Committer.Result>> submit(List<Birth> births, Works works) {
    CountDownLatch all = new CountDownLatch(births.size());
    List<Future<Committer.Result>> results = new ArrayList<>();
    for (int i = 0; i < births.size(); i++) {
      Checkpoint checkpoint = step(births.get(i));
      SharedWork work = works.of(i);
      results.add(threads.submit(() -> {
        all.countDown();
        all.await();
        return commit(checkpoint, work);
      }));
    }
    return results;
  }

  private int breakConnections() {
    return jdbi.withHandle(handle -> handle
        .createQuery("""
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where (query like :process or query like :saved)
            and pid <> pg_backend_pid()
            """)
        .bind("process", "%" + schema + ".process%")
        .bind("saved", "%" + schema + ".saved%")
        .mapTo(Boolean.class)
        .list()
        .size());
  }

  private long number(String sql) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql.formatted(schema)).mapTo(Long.class).one());
  }
}
