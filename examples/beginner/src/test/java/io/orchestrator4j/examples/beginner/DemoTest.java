package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts it. */
final class DemoTest {

  @TempDir
  private Path folder;

  @Test
  void theDemoShowsSuccessRefusalFailureAndDeathAndLeavesNothingBehind() throws Exception {
    try (BeginnerProgram demo = BeginnerProgram.start(folder, "demo")) {
      assertThat(demo.awaitEnd()).as(demo.said()).isZero();

      assertThat(demo.said())
          .containsSubsequence(
              "process start create_user_group",
              "Provision user group                  success",
              "process start create_user ",
              "Provision user                        success",
              "process start terminate_user_group",
              "it is used in other subscriptions",
              "process start modify_user_group",
              "Modify user group                     success",
              "The user's group is called operations.",
              "The directory is down for maintenance (ApiUnavailable)",
              "process retry",
              "Provision user group                  success",
              "Provision user group                  pending",
              "kill -9",
              "Provision user group                  success",
              "All went as it should.");
      assertThat(BeginnerProgram.livingIn(folder)).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aDemoThatIsStoppedInItsMiddleLeavesNothingBehind() throws Exception {
    try (BeginnerProgram demo = BeginnerProgram.start(folder, "demo")) {
      demo.awaitText("kill -9");

      demo.terminate();

      assertThat(demo.awaitEnd()).isEqualTo(128 + 15);
      assertThat(BeginnerProgram.livingIn(folder)).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aKeptDemoServesUntilItIsStopped() throws Exception {
    try (BeginnerProgram demo = BeginnerProgram.start(folder, "demo", "--keep")) {
      demo.awaitText("process start create_user_group --url http://127.0.0.1:");

      demo.terminate();

      demo.awaitEnd();
      assertThat(BeginnerProgram.livingIn(folder)).isEmpty();
    }
  }
}
