package io.orchestrator4j.benchmarks.served;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server of ours, in a JVM of its own. */
public final class OwnServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  private final OtherJvm jvm;
  private final URI address;

  private OwnServer(OtherJvm jvm, URI address) {
    this.jvm = jvm;
    this.address = address;
  }

  /** Starts a server on a database, which it migrates. */
  public static OwnServer start(DatabaseAddress database) throws InterruptedException {
    OtherJvm jvm = OtherJvm.start(
        "the server",
        List.of("-Xmx1g"),
        BenchmarkApplication.class,
        List.of(
            "run",
            "--port=0",
            "--database-url=" + database.url(),
            "--schema=migrate",
            "--catalogue=sync",
            "--database-user=" + database.user(),
            "--set=logging.level.io.orchestrator4j=warn",
            "--set=logging.level.com.zaxxer.hikari=error"),
        Map.of("ORCHESTRATOR_DATABASE_PASSWORD", database.password()));
    Matcher said = ADDRESS.matcher(jvm.await(line -> ADDRESS.matcher(line).find()));
    if (!said.find()) {
      throw new IllegalStateException("the line that was waited for has an address");
    }
    return new OwnServer(jvm, URI.create(said.group()));
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** The process, as the system numbers it. */
  public long pid() {
    return jvm.pid();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
