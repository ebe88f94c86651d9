package io.orchestrator4j.chaos.cluster;

import io.orchestrator4j.chaos.node.ChaosNode;
import io.orchestrator4j.chaos.node.NodeSettings;
import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.spi.ToolProvider;

/**
 * How the JVM of a node is started. Most of what a run of many kills costs is starts; after a training they take a cache
 * of classes, which the JVM has for jars only.
 */
public record NodeProgram(List<String> words) {

  private static final long PATIENCE_SECONDS = 120;

  public NodeProgram {
    words = List.copyOf(words);
  }

  /** The classes as they are here. */
  public static NodeProgram plain() {
    return of(List.of(), System.getProperty("java.class.path"));
  }

  /**
   * The same classes in jars, with a cache of a start of theirs.
   *
   * @param folder for the jars and the cache; empty, or not there
   */
  public static NodeProgram trained(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String classPath = jars(folder);
    Path cache = folder.resolve("nodes.aot");
    train(of(List.of("-XX:AOTCacheOutput=" + cache), classPath), folder);
    return Files.exists(cache) ? of(List.of("-XX:AOTCache=" + cache), classPath) : plain();
  }

  private static NodeProgram of(List<String> options, String classPath) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Xlog:disable",
        "-Xlog:all=warning:stderr",
        "-Xlog:aot*=off:stderr"));
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, ChaosNode.class.getName()));
    return new NodeProgram(words);
  }

  private static String jars(Path folder) throws IOException {
    ToolProvider jar = ToolProvider.findFirst("jar")
        .orElseThrow(() -> new IOException("This Java has no jar tool; a JDK is needed"));
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(entry))) {
        String made = folder.resolve("classes-%d.jar".formatted(entries.size())).toString();
        if (jar.run(System.out, System.err, "--create", "--file", made, "-C", entry, ".") != 0) {
          throw new IOException("No jar can be made of " + entry);
        }
        entries.add(made);
      } else {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void train(NodeProgram program, Path folder)
      throws IOException, InterruptedException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
        folder.resolve("data"), EmbeddedOptions.DEFAULT.withDurable(false))) {
      NodeProcess node = NodeProcess.start(
          program,
          new NodeSettings(
              "training",
              postgres.jdbcUrl(),
              postgres.user(),
              postgres.password(),
              TimeUnit.SECONDS.toMillis(15),
              0,
              "http://127.0.0.1:1",
              true,
              100,
              null),
          folder.resolve("training.log"));
      try {
        var _ = node.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(
            "No node can be started; its log is in " + folder.resolve("training.log"), e);
      } finally {
        node.stop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
    }
  }
}
