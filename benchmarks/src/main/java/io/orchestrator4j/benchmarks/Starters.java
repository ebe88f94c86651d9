package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that start many processes, as fast as a node takes them. */
final class Starters {

  private Starters() {}

  static void startAll(Node node, String workflow, int processes, int clients) throws Exception {
    AtomicInteger left = new AtomicInteger(processes);
    List<Future<?>> working = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        working.add(threads.submit(() -> {
          while (left.getAndDecrement() > 0) {
            node.start(workflow);
          }
        }));
      }
      for (Future<?> client : working) {
        client.get();
      }
    }
  }
}
