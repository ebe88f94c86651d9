package io.orchestrator4j.benchmarks.node;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main of a JVM that is a node: says {@link #READY}, then {@link #BEGUN}, and ends with its input. */
@Command(name = "node")
public final class NodeProgram implements Callable<Integer> {

  /** What it says when it has joined. */
  public static final String READY = "ready";

  /** What it says, with the time, when as many steps that wait have begun as it was to tell. */
  public static final String BEGUN = "begun";

  private static final String PASSWORD = "BENCHMARK_DATABASE_PASSWORD";

  @Option(names = "--url", required = true)
  private String url = "";

  @Option(names = "--user", required = true)
  private String user = "";

  @Option(names = "--name", required = true)
  private String name = "";

  @Option(names = "--running", required = true)
  private int running;

  @Option(names = "--connections", required = true)
  private int connections;

  @Option(names = "--lease", required = true)
  private long leaseMillis;

  @Option(names = "--folder")
  private @Nullable Path folder;

  @Option(names = "--tell")
  private long tell = Long.MAX_VALUE;

  private NodeProgram() {}

  /** A JVM that is a node; it has joined when this returns. */
  public static OtherJvm launch(DatabaseAddress database, NodeSetup setup, String name, long tell)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(
        "--url=" + database.url(),
        "--user=" + database.user(),
        "--name=" + name,
        "--running=" + setup.running(),
        "--connections=" + setup.connections(),
        "--lease=" + setup.lease().toMillis(),
        "--tell=" + tell));
    if (setup.folder() != null) {
      arguments.add("--folder=" + setup.folder());
    }
    OtherJvm jvm = OtherJvm.start(
        name,
        List.of("-Xmx1g"),
        NodeProgram.class,
        arguments,
        Map.of(PASSWORD, database.password()));
    jvm.await(READY);
    return jvm;
  }

  /** Runs the node until its input ends. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new NodeProgram()).execute(arguments));
  }

  @Override
  public Integer call() {
    String password = System.getenv().getOrDefault(PASSWORD, "");
    DatabaseAddress database = new DatabaseAddress(url, user, password);
    NodeSetup setup =
        new NodeSetup(true, running, connections, Duration.ofMillis(leaseMillis), folder);
    try (Node _ = new Node(database, setup, name, this::begun)) {
      System.out.println(READY);
      OtherJvm.awaitEndOfInput();
    }
    return 0;
  }

  private void begun(long count) {
    if (count == tell) {
      System.out.println(BEGUN + " " + Times.now());
    }
  }
}
