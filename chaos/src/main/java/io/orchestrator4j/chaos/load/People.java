package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.check.Expectation;
import io.orchestrator4j.chaos.cluster.Cluster;
import io.orchestrator4j.chaos.cluster.Slot;
import io.orchestrator4j.chaos.database.ChaosDatabase;
import io.orchestrator4j.chaos.node.Order;
import io.orchestrator4j.chaos.node.Report;
import io.orchestrator4j.chaos.scenario.Kind;
import io.orchestrator4j.chaos.scenario.Scenario;
import io.orchestrator4j.value.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who starts processes and deals with them. A start whose outcome is unknown is tried again with its key. */
public final class People implements AutoCloseable {

  private static final long AGAIN_MILLIS = 200;
  private static final long LOOK_MILLIS = 300;
  private static final long LONGEST_ABORT_MILLIS = 1_500;
  private static final int SPREAD = 37;
  private static final int LARGEST_WAVE = 100;

  private final List<Work> works;
  private final Lives lives;
  private final Cluster cluster;
  private final ChaosDatabase database;
  private final Duration patience;
  private final ScheduledExecutorService later;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger unacknowledged = new AtomicInteger();
  private final CountDownLatch started;
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * People who deal with these processes.
   *
   * @param patience how long somebody waits for an answer of a node
   */
  public People(
      List<Scenario> scenarios,
      Cluster cluster,
      ChaosDatabase database,
      Duration patience,
      ScheduledExecutorService later) {
    this.works = scenarios.stream().map(Work::new).toList();
    this.lives = new Lives(works);
    this.cluster = cluster;
    this.database = database;
    this.patience = patience;
    this.later = later;
    this.started = new CountDownLatch(works.size());
  }

  /** Starts all processes, in waves that are spread over a time, and deals with them from now on. */
  public void begin(Duration time, RandomGenerator random) {
    double millis = (double) time.toMillis() / works.size();
    int next = 0;
    while (next < works.size()) {
      int end = Math.min(works.size(), next + 1 + random.nextInt(LARGEST_WAVE));
      for (Work work : works.subList(next, end)) {
        after((long) (next * millis), () -> start(work, 0));
      }
      next = end;
    }
    after(LOOK_MILLIS, this::look);
  }

  /** How many starts had to be tried again because nobody knew what had become of them. */
  public int unacknowledged() {
    return unacknowledged.get();
  }

  /** What everybody expects to find. */
  public List<Expectation> expectations() {
    return works.stream().map(Work::expectation).toList();
  }

  /** Waits until everything has been started, and stands where it should; returns whether it was in time. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void after(long millis, Runnable deed) {
    try {
      var _ = later.schedule(() -> threads.execute(deed), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // the run is over
    }
  }

  private void start(Work work, int attempt) {
    Scenario scenario = work.scenario();
    List<ObjectNode> pages = lives.mayStart(work) ? pages(work) : List.of();
    if (pages.isEmpty()) {
      after(AGAIN_MILLIS, () -> start(work, attempt));
      return;
    }
    Report report = tell(
        scenario.number() + attempt,
        new Order(
            0,
            Order.What.START,
            scenario.kind().workflow(),
            null,
            "start-" + scenario.number(),
            pages));
    if (report != null && report.isDone()) {
      UUID process = UUID.fromString(String.valueOf(report.process()));
      work.isStarted(process);
      started.countDown();
      if (scenario.kind().end() == Kind.End.ABORTED) {
        after((long) scenario.number() * SPREAD % LONGEST_ABORT_MILLIS, () -> abort(work, 0));
      }
      return;
    }
    if (report == null || !report.refused()) {
      unacknowledged.incrementAndGet();
    }
    after(AGAIN_MILLIS, () -> start(work, attempt + 1));
  }

  /** What is filled in to start it; nothing while that cannot be known. */
  private List<ObjectNode> pages(Work work) {
    Kind kind = work.scenario().kind();
    if (!kind.isOnSubscription()) {
      return List.of(form(work.scenario()));
    }
    ObjectNode first = Json.object();
    try {
      if (kind == Kind.CREATE) {
        first.put("product", Standing.product(database).toString());
      } else {
        first.put("subscription_id", String.valueOf(lives.subscription(work)));
      }
    } catch (SQLException _) {
      return List.of();
    }
    return List.of(first, form(work.scenario()));
  }

  private static ObjectNode form(Scenario scenario) {
    ObjectNode page = Json.object();
    page.put("number", scenario.number());
    page.put("failures", scenario.failures());
    page.put("millis", scenario.millis());
    page.put("flaky", scenario.flaky());
    page.put("places", scenario.places());
    return page;
  }

  private void abort(Work work, int attempt) {
    Report report =
        tell(work.scenario().number() + attempt, order(Order.What.ABORT, work.process()));
    if (report == null || !report.isDone()) {
      after(AGAIN_MILLIS, () -> abort(work, attempt + 1));
      return;
    }
    String status = statusOf(work.process());
    if (status != null && !status.equals(Kind.End.COMPLETED.text())) {
      work.abortIsAcknowledged();
    }
  }

  private @Nullable String statusOf(@Nullable UUID process) {
    try {
      return process == null ? null : Standing.of(database, process);
    } catch (SQLException _) {
      return null;
    }
  }

  private static Order order(Order.What what, @Nullable UUID process, ObjectNode... pages) {
    return new Order(0, what, null, String.valueOf(process), null, List.of(pages));
  }

  /** Gives an order to one of the nodes; null if there is no answer, so that nobody knows what came of it. */
  private @Nullable Report tell(int choice, Order order) {
    List<Slot> slots = cluster.ready();
    if (slots.isEmpty()) {
      return new Report(0, null, "no node is there", true);
    }
    Slot slot = slots.get(choice % slots.size());
    try {
      return slot.tell(order).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      return null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void look() {
    try {
      Map<UUID, Standing> standings = Standing.all(database);
      boolean allOver =
          started.getCount() == 0 && standings.values().stream().noneMatch(Standing::owned);
      for (Work work : works) {
        UUID process = work.process();
        Standing standing = process == null ? null : standings.get(process);
        if (standing != null) {
          work.isSeen(standing);
          deal(work, standing);
        }
        allOver &= work.isOver();
      }
      if (allOver) {
        over.countDown();
      }
    } catch (SQLException _) {
      // the database is away at the moment
    }
    if (over.getCount() > 0) {
      after(LOOK_MILLIS, this::look);
    }
  }

  private void deal(Work work, Standing standing) {
    Work.Deed deed = work.deed(standing.status(), standing.reason());
    if (deed == Work.Deed.NOTHING || !work.takeUp()) {
      return;
    }
    threads.execute(() -> {
      try {
        int choice = work.scenario().number();
        if (deed == Work.Deed.RETRY) {
          tell(choice, order(Order.What.RETRY, work.process()));
        } else {
          answer(work, choice);
        }
      } finally {
        work.putDown();
      }
    });
  }

  private void answer(Work work, int choice) {
    ObjectNode page = Json.object();
    page.put("answer", "yes");
    Order order = order(Order.What.RESUME, work.process(), page);
    if (work.scenario().twice()) {
      CompletableFuture<@Nullable Report> other =
          CompletableFuture.supplyAsync(() -> tell(choice + 1, order), threads);
      tell(choice, order);
      other.join();
    } else {
      tell(choice, order);
    }
  }

  @Override
  public void close() {
    over.countDown();
    threads.shutdownNow();
  }
}
