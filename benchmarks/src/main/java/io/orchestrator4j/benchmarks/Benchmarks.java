package io.orchestrator4j.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main of all benchmarks: {@code ./orchestrator bench NAME}. Without a name it lists them. */
@Command(
    name = "./orchestrator bench",
    description =
        "How fast it is, on a durable PostgreSQL, side by side with plain commits and with peers.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      FiveStepsCommand.class,
      ThousandStepsCommand.class,
      FanOutCommand.class,
      HandoverCommand.class,
      NodesCommand.class,
      RecoveryCommand.class,
      HttpCommand.class,
      ListCommand.class,
      SubscriptionCommand.class,
      CreateCommand.class
    })
public final class Benchmarks implements Runnable {

  @Spec
  private @Nullable CommandSpec spec;

  private Benchmarks() {}

  /** Runs one benchmark. */
  public static void main(String[] arguments) {
    // figures are written with a point, whatever the machine's language is
    Locale.setDefault(Locale.ROOT);
    System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
  }

  static int run(PrintWriter out, String... arguments) {
    return new CommandLine(new Benchmarks())
        .setOut(out)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public void run() {
    CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
    own.commandLine().usage(own.commandLine().getOut());
  }
}
