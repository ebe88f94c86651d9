package io.orchestrator4j.chaos;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.chaos.check.Checker;
import io.orchestrator4j.chaos.check.Evidence;
import io.orchestrator4j.chaos.check.EvidenceReader;
import io.orchestrator4j.chaos.check.SoldReader;
import io.orchestrator4j.chaos.check.Violation;
import io.orchestrator4j.chaos.cluster.Cluster;
import io.orchestrator4j.chaos.cluster.NodeProgram;
import io.orchestrator4j.chaos.cluster.Timeline;
import io.orchestrator4j.chaos.database.ChaosDatabase;
import io.orchestrator4j.chaos.fault.Plan;
import io.orchestrator4j.chaos.fault.Saboteur;
import io.orchestrator4j.chaos.ledger.Call;
import io.orchestrator4j.chaos.ledger.Ledger;
import io.orchestrator4j.chaos.load.People;
import io.orchestrator4j.chaos.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One run: nodes and database are started, processes and faults happen, and in the end the evidence is checked. */
public final class ChaosRun implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration HEALING = Duration.ofSeconds(90);

  private final ChaosOptions options;
  private final SplittableRandom random;
  private final List<Violation> ofTheHarness = Collections.synchronizedList(new ArrayList<>());
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
      2, Thread.ofPlatform().name("later-", 0).daemon().factory());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Timeline timeline;
  private final ChaosDatabase database;
  private final Ledger ledger;
  private final Cluster cluster;

  /**
   * Prepares a run; its folder is made.
   *
   * @param program how nodes are started
   */
  public ChaosRun(ChaosOptions options, NodeProgram program) throws IOException, SQLException {
    this.options = options;
    this.random = new SplittableRandom(options.seed());
    Files.createDirectories(options.folder());
    this.timeline = new Timeline(options.folder());
    this.database = ChaosDatabase.start(options.folder());
    this.ledger = Ledger.open();
    this.cluster = Cluster.of(
        program,
        options.nodes(),
        options.lease(),
        database,
        ledger.url(),
        random.split(),
        options.folder(),
        timeline,
        later);
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table effects (process_id uuid not null, path text not null, at timestamptz not null)");
    }
  }

  /** Runs the plan of the seed. */
  public Verdict run() throws InterruptedException, SQLException {
    return run(Plan.of(random.split(), options.time(), options.faults(), options.lease()));
  }

  /** Runs a plan. */
  public Verdict run(Plan plan) throws InterruptedException, SQLException {
    timeline.note("seed %d: %d processes, %d faults, %d nodes"
        .formatted(options.seed(), options.processes(), plan.entries().size(), options.nodes()));
    cluster.start();
    if (!cluster.awaitReady(START)) {
      throw new IllegalStateException("The nodes have not started within %s; their logs are in %s"
          .formatted(START, options.folder()));
    }
    List<Scenario> scenarios =
        Scenario.of(new SplittableRandom(options.seed()), options.processes());
    Duration patience = options.lease().multipliedBy(3).plusSeconds(3);
    try (People people = new People(scenarios, cluster, database, patience, later)) {
      people.begin(options.time(), random.split());
      Saboteur saboteur = new Saboteur(cluster, database, options.lease(), timeline);
      sabotage(plan, saboteur);
      timeline.note("healing");
      boolean inTime = people.awaitEnd(HEALING);
      timeline.note(inTime ? "everything is over" : "not everything has ended in time");
      settle();
      return judge(people, saboteur);
    }
  }

  private void sabotage(Plan plan, Saboteur saboteur) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(plan.entries().size());
    for (Plan.Entry entry : plan.entries()) {
      var _ = later.schedule(
          () -> threads.execute(() -> {
            try {
              saboteur.carryOut(entry);
            } catch (Exception e) {
              timeline.note("%s failed: %s".formatted(entry.fault(), e));
              ofTheHarness.add(new Violation("the harness works", entry.fault() + ": " + e));
            } finally {
              left.countDown();
            }
          }),
          entry.at().toMillis(),
          TimeUnit.MILLISECONDS);
    }
    left.await();
  }

  // whoever was late may still try to write what is no longer theirs
  private void settle() throws InterruptedException {
    try {
      later
          .schedule(() -> {}, options.lease().toMillis(), TimeUnit.MILLISECONDS)
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verdict judge(People people, Saboteur saboteur) throws SQLException {
    List<Call> calls = ledger.calls();
    Evidence evidence;
    try (Connection connection = database.connect();
        HikariDataSource pool = database.pool()) {
      evidence = new EvidenceReader(connection, new SoldReader(pool))
          .read(people.expectations(), calls, cluster.livePids());
    }
    List<Violation> violations = new ArrayList<>(ofTheHarness);
    cluster
        .deaths()
        .forEach(death -> violations.add(new Violation("nodes do not end by themselves", death)));
    violations.addAll(Checker.check(evidence));
    long doubled = calls.size()
        - calls.stream().map(call -> call.process() + call.step()).distinct().count();
    long takenOver = evidence.steps().stream()
        .filter(step -> step.epoch() > 1)
        .map(Evidence.StepRow::process)
        .distinct()
        .count();
    Verdict verdict = new Verdict(
        violations,
        evidence.processes().size(),
        saboteur.done(),
        doubled,
        takenOver,
        evidence.sold().subscriptions().size(),
        evidence.sold().versions().size(),
        evidence.sold().tooLate());
    timeline.note(
        "%d processes, %d faults, %d doubled calls, %d starts without an answer, %d processes with more than one epoch, %d subscriptions with %d versions, %d steps that came too late: %d violations"
            .formatted(
                verdict.processes(),
                verdict.faults(),
                verdict.doubledCalls(),
                people.unacknowledged(),
                verdict.takenOver(),
                verdict.subscriptions(),
                verdict.versions(),
                verdict.tooLate(),
                violations.size()));
    return verdict;
  }

  @Override
  public void close() {
    later.shutdownNow();
    threads.shutdownNow();
    cluster.close();
    ledger.close();
    database.close();
    timeline.close();
  }
}
