package io.orchestrator4j.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.chaos.cluster.NodeProgram;
import io.orchestrator4j.chaos.fault.Fault;
import io.orchestrator4j.chaos.fault.Plan;
import io.orchestrator4j.chaos.proxy.Kind;
import io.orchestrator4j.chaos.proxy.Point;
import io.orchestrator4j.chaos.proxy.Point.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./orchestrator chaos}: three nodes and one of each of the worst faults. */
final class ChaosTest {

  private static final ChaosOptions OPTIONS =
      new ChaosOptions(4, Duration.ofSeconds(20), 320, 0, 3, Duration.ofSeconds(2), Path.of(""));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingIsLostOrDoneTwiceWhileNodesAndDatabaseAreKilled() throws Exception {
    ChaosOptions options = OPTIONS.in(folder);
    try (ChaosRun run = new ChaosRun(options, NodeProgram.plain())) {
      Verdict verdict = run.run(new Plan(List.of(
          new Plan.Entry(
              Duration.ofSeconds(1),
              new Fault.KillAt(new Point(Kind.CHECKPOINT, Moment.BEFORE_COMMIT), 15, 0),
              1_000),
          new Plan.Entry(Duration.ofSeconds(4), new Fault.Freeze(1, 2), 0),
          new Plan.Entry(
              Duration.ofSeconds(8),
              new Fault.KillAt(new Point(Kind.CHECKPOINT, Moment.BEFORE_ANSWER), 15, 0),
              4_000),
          new Plan.Entry(
              Duration.ofSeconds(11),
              new Fault.CutAt(new Point(Kind.CHECKPOINT, Moment.BEFORE_ANSWER), 5, 0),
              0),
          new Plan.Entry(Duration.ofSeconds(13), new Fault.KillDatabase(), 0),
          new Plan.Entry(Duration.ofSeconds(17), new Fault.Kill(2), 500))));

      assertThat(verdict.violations())
          .as(() -> ChaosCommand.explained(options, verdict))
          .isEmpty();
      assertThat(verdict.processes()).isEqualTo(OPTIONS.processes());
      assertThat(verdict.faults()).isEqualTo(6);
      assertThat(verdict.subscriptions()).isEqualTo(21);
      assertThat(verdict.versions()).isGreaterThan(21 * 20);
      assertThat(verdict.tooLate()).isPositive();
    }
  }
}
