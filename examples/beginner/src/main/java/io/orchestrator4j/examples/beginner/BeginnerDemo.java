package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.cli.demo.Demo;
import io.orchestrator4j.cli.demo.DemoStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The example's play. The directory lives here, beside the server, so it survives the server's death. */
public final class BeginnerDemo implements Demo {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DirectoryServer directory = DirectoryServer.start();

  @Override
  public void play(DemoStage stage) throws InterruptedException {
    stage.act("A server on a fresh database");
    stage.startServer(Map.of("beginner.directory.url", directory.url().toString()));

    stage.act("A group is created in the directory");
    stage.await(stage.start("create_group", group("ops")), "completed");

    stage.act("The directory is down: the step fails, and is retried when it is back");
    directory.setDown(true);
    String failed = stage.start("create_group", group("research"));
    stage.await(failed, "failed");
    directory.setDown(false);
    stage.say("The directory is back.");
    stage.retry(failed);
    stage.await(failed, "completed");

    stage.act("The server is killed in the middle of a step, and goes on where it was");
    DirectoryServer.Held held = directory.holdNextAnswer();
    String killed = stage.start("create_group", group("sales"));
    stage.expect("The step calls the directory", true, held.awaitCaller(PATIENCE));
    stage.show(killed);
    stage.killServer();
    held.release();
    stage.restartServer();
    stage.await(killed, "completed");

    stage.act("A task asks the directory: the group is there, once");
    stage.await(stage.start("task_check_directory", group("sales")), "completed");
    stage.expect("Groups in the directory", 3, directory.size());
  }

  @Override
  public List<String> toTry(DemoStage stage) {
    return List.of(
        stage.command("process", "start", "create_group"),
        "curl %s/down   # then create a group, curl %s/up, and retry"
            .formatted(directory.url(), directory.url()));
  }

  @Override
  public void end() {
    directory.close();
  }

  private static Map<String, String> group(String name) {
    return Map.of("group_name", name);
  }
}
