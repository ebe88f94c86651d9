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
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.StatementRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
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

/** Changes of many processes that share commits, among them bad ones, and broken connections. */
final class CommitterTest {

  private final String schema = TestingDatabase.freshSchema();
  private final Database database = new Database(TestingDatabase.dataSource(), schema, 8);
  private final Jdbi jdbi = Jdbi.create(TestingDatabase.dataSource());
  private final Queue<Change> heard = new ConcurrentLinkedQueue<>();
  private final Committer committer = new Committer(database, heard::add);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void start() {
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    committer.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    committer.stop();
  }

  @Test
  void whatIsReadyTogetherSharesACommit() throws Exception {
    List<Committer.Result> results =
        together(IntStream.range(0, 300).<Change>mapToObj(_ -> birth(1)).toList());

    assertThat(results).containsOnly(new Committer.Result.Committed());
    assertThat(heard).hasSize(300);
    assertThat(number("select count(*) from %s.processes")).isEqualTo(300);
    assertThat(number("select count(*) from %s.process_steps")).isEqualTo(300);
    assertThat(number("select count(distinct xmin::text) from %s.processes")).isLessThan(150);
    assertThat(number("select sum(change) from %s.process_counts where status = 'running'"))
        .isEqualTo(300);
  }

  @Test
  void aBadChangeHarmsNobodyElse() throws Exception {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      changes.add(i == 50 ? unstorable() : birth(1));
    }
    List<Future<Committer.Result>> results = submit(changes);

    for (int i = 0; i < results.size(); i++) {
      Future<Committer.Result> result = results.get(i);
      if (i == 50) {
        assertThatThrownBy(result::get).cause().isInstanceOf(StatementRefused.class);
      } else {
        assertThat(result.get()).isEqualTo(new Committer.Result.Committed());
      }
    }
    assertThat(number("select count(*) from %s.processes")).isEqualTo(99);
  }

  @Test
  void whoIsNotWhatHisChangeSaysIsLostAlone() throws Exception {
    Birth mine = birth(1);
    Birth others = birth(1);
    together(List.of(mine, others));
    jdbi.useHandle(handle -> handle.execute(
        "update " + schema + ".processes set epoch = 7 where process_id = ?",
        others.processId().value()));

    List<Committer.Result> results = together(List.of(step(mine), step(others)));

    assertThat(results)
        .containsExactly(new Committer.Result.Committed(), new Committer.Result.Lost());
    assertThat(number("select count(*) from %s.process_steps")).isEqualTo(3);
  }

  @Test
  void whateverConnectionsBreakEveryAnswerIsTrue() throws Exception {
    Future<?> breaking = threads.submit(() -> {
      int broken = 0;
      while (broken < 8) {
        broken += breakConnections();
      }
    });
    List<Birth> births = IntStream.range(0, 50).mapToObj(_ -> birth(1)).toList();
    List<Committer.Result> born = together(births);
    List<Future<Integer>> chains =
        births.stream().map(birth -> threads.submit(() -> chain(birth, 20))).toList();
    int steps = 0;
    for (Future<Integer> chain : chains) {
      steps += chain.get();
    }
    breaking.cancel(true);

    assertThat(born).containsOnly(new Committer.Result.Committed());
    assertThat(steps).isEqualTo(50 * 20);
    assertThat(number("select count(*) from %s.process_steps")).isEqualTo(50 + 50 * 20);
    assertThat(number("select min(sequence) from %s.processes")).isEqualTo(21);
    assertThat(heard).hasSize(50 + 50 * 20);
  }

  private int chain(Birth birth, int length) {
    Fence known = birth.after();
    for (int i = 0; i < length; i++) {
      Checkpoint next = step(birth.processId(), known);
      assertThat(committer.commit(next)).isEqualTo(new Committer.Result.Committed());
      known = next.after();
    }
    return length;
  }

  private int breakConnections() {
    return jdbi.withHandle(handle -> handle
        .createQuery("""
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where query like :ours
            and pid <> pg_backend_pid()
            """)
        .bind("ours", "%" + schema + ".process%")
        .mapTo(Boolean.class)
        .list()
        .size());
  }

  private List<Committer.Result> together(List<? extends Change> changes) throws Exception {
    List<Committer.Result> results = new ArrayList<>();
    for (Future<Committer.Result> result : submit(changes)) {
      results.add(result.get());
    }
    return results;
  }

  private List<Future<Committer.Result>> submit(List<? extends Change> changes) {
    CountDownLatch all = new CountDownLatch(changes.size());
    return changes.stream()
        .map(change -> threads.submit(() -> {
          all.countDown();
          all.await();
          return committer.commit(change);
        }))
        .toList();
  }

  private long number(String sql) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql.formatted(schema)).mapTo(Long.class).one());
  }

  // no step has this name; it stands for whatever the database refuses
  private static Birth unstorable() {
    Birth good = birth(1);
    StepRecord record = good.records().getFirst();
    StepRecord bad = StepRecord.of(
        new StepRecord.Place(1, "start", "\u0000"),
        record.status(),
        record.attempt(),
        record.delta());
    return new Birth(good.process(), good.queued(), List.of(bad));
  }
}
