package io.orchestrator4j.benchmarks.measure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of clients, each of which begins its next call when its last one is acknowledged. */
public record ClosedLoop(int clients, Duration length) {

  /** What the clients achieved; calls that were under way at the end are waited for and count. */
  public record Result(long done, Duration elapsed, Latencies latencies) {}

  /** Makes the clients ready; what it returns lets them run. */
  public Ready prepare(Callable<? extends Call> call) throws Exception {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      calls.add(call.call());
    }
    return new Ready(calls, length);
  }

  /** Clients that have all they need, such as connections. */
  public static final class Ready implements AutoCloseable {

    private final List<Call> calls;
    private final Duration length;

    private Ready(List<Call> calls, Duration length) {
      this.calls = calls;
      this.length = length;
    }

    /** Lets them run until the time is over. */
    public Result run() throws Exception {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<long[]>> clients = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        calls.forEach(call -> clients.add(threads.submit(() -> {
          go.await();
          return repeat(call);
        })));
        long began = System.nanoTime();
        go.countDown();
        List<long[]> nanos = new ArrayList<>();
        for (Future<long[]> client : clients) {
          nanos.add(client.get());
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        Latencies latencies = Latencies.of(nanos);
        return new Result(latencies.count(), elapsed, latencies);
      }
    }

    private long[] repeat(Call call) throws Exception {
      LatencyLog log = new LatencyLog();
      long end = System.nanoTime() + length.toNanos();
      long now = System.nanoTime();
      while (now < end) {
        long before = now;
        call.run();
        now = System.nanoTime();
        log.add(now - before);
      }
      return log.toArray();
    }

    @Override
    public void close() throws SQLException {
      for (Call call : calls) {
        call.close();
      }
    }
  }
}
