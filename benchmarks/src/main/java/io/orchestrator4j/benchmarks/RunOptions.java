package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.report.Report;
import io.orchestrator4j.benchmarks.report.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every benchmark can be told: where its PostgreSQL is, and how to report. */
final class RunOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "JDBC URL of a PostgreSQL on this machine; else a fresh, durable one is run in a temporary folder.")
  private @Nullable String url;

  @Option(
      names = "--database-user",
      paramLabel = "USER",
      defaultValue = "postgres",
      description = "Its user, who must be allowed to make databases (default: ${DEFAULT-VALUE}).")
  private String user = "postgres";

  @Option(
      names = "--database-password",
      paramLabel = "PASSWORD",
      defaultValue = "",
      description = "Its user's password.")
  private String password = "";

  /** What a benchmark does on a server. */
  interface Body {
    Report.Results run(BenchmarkServer server) throws Exception;
  }

  /** Runs a benchmark and prints what it found out. */
  int run(String name, Map<String, Object> parameters, Body body) throws Exception {
    try (BenchmarkServer server = server()) {
      Map<String, String> settings = server.settings();
      progress("PostgreSQL: " + settings);
      Report report = Report.of(name, settings, parameters, body.run(server));
      PrintWriter out =
          Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
      out.println(json ? report.toJson() : ReportText.of(report));
      return 0;
    }
  }

  /** The arguments of this command, and one more. */
  List<String> again(String more) {
    CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
    List<String> arguments =
        new ArrayList<>(own.root().commandLine().getParseResult().originalArgs());
    arguments.add(more);
    return arguments;
  }

  /** Says how far the run is. Not on the standard output, which belongs to the report. */
  void progress(String line) {
    System.err.println(line);
  }

  private BenchmarkServer server() throws IOException, SQLException {
    return url == null
        ? BenchmarkServer.fresh()
        : BenchmarkServer.at(new DatabaseAddress(url, user, password));
  }
}
