package io.orchestrator4j.cli.demo;

import io.orchestrator4j.cli.terminal.ChildCommand;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the application's demo on a server and a database of its own, and leaves nothing behind. */
@Command(
    name = "demo",
    description = "Show what this application can do, on a server and a database of its own:"
        + " processes that are done, fail, are retried, and survive the server's death.")
public final class DemoCommand implements Callable<Integer> {

  private final Class<?> application;
  private final Terminal terminal;

  @Option(names = "--keep", description = "Leave the server running at the end, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--set",
      paramLabel = "<key>=<value>",
      description = "A setting for the server, such as orchestrator.database.url; can be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** The demo of an application. */
  public DemoCommand(Class<?> application, Terminal terminal) {
    this.application = application;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Demo demo = ServiceLoader.load(Demo.class, application.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new CommandFailure(
            ExitCode.FAILED,
            "This application has no demo. A class that implements %s, named in META-INF/services, would be one"
                .formatted(Demo.class.getName())));
    try (DemoFolder folder = DemoFolder.create()) {
      Map<String, String> all = new LinkedHashMap<>(folder.settings());
      all.putAll(settings);
      DemoStage stage = new DemoStage(terminal, ChildCommand.of(application), folder.path(), all);
      folder.before(stage::stopServer);
      return play(demo, stage);
    }
  }

  private int play(Demo demo, DemoStage stage) throws Exception {
    try {
      demo.play(stage);
      terminal.line("All went as it should.");
      if (keep) {
        keep(demo, stage);
      }
      return ExitCode.DONE.code();
    } catch (DemoFailure e) {
      terminal.complain("The demo failed. " + e.getMessage());
      return ExitCode.FAILED.code();
    } finally {
      demo.end();
    }
  }

  private void keep(Demo demo, DemoStage stage) throws InterruptedException {
    terminal.line();
    terminal.line("The server stays, until Ctrl-C. In another terminal, try:");
    terminal.line("  " + stage.command("process", "list"));
    demo.toTry(stage).forEach(line -> terminal.line("  " + line));
    new CountDownLatch(1).await();
  }
}
