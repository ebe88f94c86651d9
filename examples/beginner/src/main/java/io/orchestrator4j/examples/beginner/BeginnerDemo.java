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

    stage.act("A customer orders a group, and a user in it");
    String group = order(stage, "ops");
    String user = stage.start(
        "create_user",
        Map.of("product", "User internal"),
        Map.of("username", "ann", "user_group_ids", List.of("User Group ops")));
    stage.await(user, "completed");

    stage.act("A group that is in use is not terminated");
    stage.refuse("terminate_user_group", "used in other subscriptions", subscription(stage, group));

    stage.act("The group gets another name, and the user shows it");
    String renamed = stage.start(
        "modify_user_group", subscription(stage, group), Map.of("group_name", "operations"));
    stage.await(renamed, "completed");
    String older =
        stage.start("modify_user", subscription(stage, user), Map.of("username", "ann", "age", 41));
    stage.await(older, "completed");
    String shown = stage.state(older).at("/subscription/user/group/group_name").asString();
    stage.say("The user's group is called " + shown + ".");
    stage.expect("The name of the user's group", "operations", shown);

    failAndRetry(stage);
    killAndGoOn(stage);
  }

  private void failAndRetry(DemoStage stage) {
    stage.act("The directory is down: the step fails, and is retried when it is back");
    directory.setDown(true);
    String failed = stage.start("create_user_group", ordered(), group("research"));
    stage.await(failed, "failed");
    directory.setDown(false);
    stage.say("The directory is back.");
    stage.retry(failed);
    stage.await(failed, "completed");
  }

  private void killAndGoOn(DemoStage stage) throws InterruptedException {
    stage.act("The server is killed in the middle of a step, and goes on where it was");
    HeldAnswer held = directory.holdNextAnswer();
    String killed = stage.start("create_user_group", ordered(), group("sales"));
    stage.expect("The step calls the directory", true, held.awaitCaller(PATIENCE));
    stage.show(killed);
    stage.killServer();
    held.release();
    stage.restartServer();
    stage.await(killed, "completed");
    stage.say("The step ran twice, and the directory has each group once.");
    stage.expect("Groups in the directory", 3, directory.groups().all().size());
  }

  @Override
  public List<String> toTry(DemoStage stage) {
    return List.of(
        stage.command("process", "start", "create_user_group"),
        "curl %s/down   # then order a group, curl %s/up, and retry"
            .formatted(directory.url(), directory.url()));
  }

  @Override
  public void end() {
    directory.close();
  }

  private static String order(DemoStage stage, String name) {
    String process = stage.start("create_user_group", ordered(), group(name));
    stage.await(process, "completed");
    return process;
  }

  private static Map<String, String> ordered() {
    return Map.of("product", "User Group");
  }

  private static Map<String, String> group(String name) {
    return Map.of("group_name", name);
  }

  private static Map<String, String> subscription(DemoStage stage, String process) {
    return Map.of(
        "subscription_id", stage.state(process).path("subscription_id").asString());
  }
}
