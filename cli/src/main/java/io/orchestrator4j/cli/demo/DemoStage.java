package io.orchestrator4j.cli.demo;

import io.orchestrator4j.cli.client.Complaints;
import io.orchestrator4j.cli.client.ServerAnswer;
import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.process.ChoiceLabels;
import io.orchestrator4j.cli.process.ShownTimeline;
import io.orchestrator4j.cli.process.Waiting;
import io.orchestrator4j.cli.terminal.ChildCommand;
import io.orchestrator4j.cli.terminal.Program;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.value.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a demo plays: one server, and the doings that the audience sees. Not thread-safe. */
public final class DemoStage {

  private static final String INDENT = "   ";
  private static final String REPORTER = "demo";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final ChildCommand program;
  private final Path folder;
  private final Map<String, String> settings;
  private volatile @Nullable DemoServer server;
  private boolean ended;
  private int acts;

  DemoStage(Terminal terminal, ChildCommand program, Path folder, Map<String, String> settings) {
    this.terminal = terminal;
    this.program = program;
    this.folder = folder;
    this.settings = new LinkedHashMap<>(settings);
  }

  /** Begins a part of the play. */
  public void act(String title) {
    acts++;
    terminal.line();
    terminal.line("%d. %s".formatted(acts, title));
  }

  /** Tells the audience something. */
  public void say(String text) {
    terminal.line(INDENT + text);
  }

  /** Starts the server, with settings of the application's own. */
  public void startServer(Map<String, String> more) {
    settings.putAll(more);
    restartServer();
  }

  /** Starts the server again, on the database that it had. */
  public void restartServer() {
    long begin = System.nanoTime();
    DemoServer started = started();
    String url = started.url();
    // the same address after a restart
    settings.put(Settings.WEB_PORT.name(), Integer.toString(URI.create(url).getPort()));
    say("The server is ready at %s (%.1f s)."
        .formatted(url, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
  }

  // the signal that ends the demo may come while it starts a server, which nobody would end then
  private synchronized DemoServer started() {
    if (ended) {
      throw new DemoFailure("It was told to end");
    }
    DemoServer started = DemoServer.start(program, folder, settings);
    server = started;
    return started;
  }

  /** Ends the server with SIGKILL, as a crash would. */
  public void killServer() {
    running().kill();
    server = null;
    say("$ kill -9 of the server");
  }

  /**
   * Starts a process, and returns its id.
   *
   * @param pages its form, filled in; what is chosen is named by the label that people read
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final String start(String workflow, Map<String, ?>... pages) {
    return send(workflow, pages).orFail().path("id").asString("");
  }

  /**
   * Tries to start a process, and shows why the server does not.
   *
   * @throws DemoFailure if it does, or says something else than this, among other things
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final void refuse(String workflow, String reason, Map<String, ?>... pages) {
    ServerAnswer answer = send(workflow, pages);
    String complaint = Complaints.of(answer.body().path("validation_errors"));
    complaint.lines().forEach(this::say);
    if (!answer.refusesPage() || !complaint.contains(reason)) {
      throw new DemoFailure("Start of " + workflow, "refused: " + reason, answer.body());
    }
  }

  /** The State of a process. */
  public JsonNode state(String processId) {
    return client().process(processId).orFail().path("current_state");
  }

  private ServerAnswer send(String workflow, Map<String, ?>[] pages) {
    List<ObjectNode> filled = new ArrayList<>();
    List<String> words = new ArrayList<>(List.of("process", "start", workflow));
    for (Map<String, ?> page : pages) {
      ObjectNode answers = (ObjectNode) Json.toTree(page);
      ChoiceLabels.replace(answers, client().start(workflow, filled).body().path("form"));
      filled.add(answers);
      words.addAll(List.of("--page", Json.write(answers)));
    }
    shell(words.toArray(String[]::new));
    return client().start(workflow, filled);
  }

  /** Runs the failed step of a process again. */
  public void retry(String processId) {
    shell("process", "retry", processId);
    client().resume(processId, List.of(), null).orFail();
  }

  /**
   * Shows a process as it is when it no longer runs.
   *
   * @throws DemoFailure if it is in another status than this
   */
  public void await(String processId, String status) {
    JsonNode process = Waiting.untilStill(client(), processId, PATIENCE);
    show(process);
    expect("Status of process " + processId, status, process.path("last_status").asString(""));
  }

  /** Shows a process as it is now. */
  public void show(String processId) {
    show(client().process(processId).orFail());
  }

  /**
   * Expects something.
   *
   * @throws DemoFailure if it is otherwise
   */
  public void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new DemoFailure(what, expected, found);
    }
  }

  /** A command for this server, to be tried by a person. */
  public String command(String... words) {
    return "%s --url %s".formatted(Program.command(words), running().url());
  }

  /** Ends the server; none is started any more. */
  synchronized void stopServer() {
    ended = true;
    DemoServer last = server;
    if (last != null) {
      last.stop();
      server = null;
    }
  }

  private void show(JsonNode process) {
    ShownTimeline.print(process, INDENT, terminal);
    if (process.path("failed_reason").isString()) {
      ShownTimeline.error(process).lines().forEach(this::say);
    }
  }

  private void shell(String... words) {
    say("$ " + Program.command(words));
  }

  private ServerClient client() {
    return new ServerClient(running().url(), REPORTER);
  }

  private DemoServer running() {
    DemoServer current = server;
    if (current == null) {
      throw new IllegalStateException("The demo has no server; it has to call startServer first");
    }
    return current;
  }
}
