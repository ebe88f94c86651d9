package io.orchestrator4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.value.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Whether the benchmarks measure; how fast anything is, is not tested. */
@EnabledOnOs(OS.LINUX)
final class BenchmarksTest {

  private final StringWriter out = new StringWriter();

  @Test
  void withoutANameTheBenchmarksAreListed() {
    assertThat(run()).isZero();

    assertThat(out.toString()).contains("w5 ").contains("Five steps");
  }

  @Test
  void fiveStepsReportsEveryFigureAndCountsTheJournal() {
    assertThat(run("w5", "-c", "2", "-s", "1", "--rounds", "1", "--warm-up", "0", "--json"))
        .isZero();

    JsonNode report = Json.mapper().readTree(out.toString());
    assertThat(report.at("/postgres/fsync").asString()).isEqualTo("on");
    assertThat(report.at("/postgres/synchronous_commit").asString()).isEqualTo("on");
    assertThat(report.at("/machine/cores").asString()).isNotEmpty();
    assertThat(report.at("/parameters/concurrency").asInt()).isEqualTo(2);
    assertThat(report.at("/performances").size()).isEqualTo(2);
    report.at("/performances").forEach(BenchmarksTest::isComplete);
    assertThat(report.at("/findings/0/name").asString()).isEqualTo("rate against anchor/6");
    assertThat(report.at("/findings/0/all/median").asDouble()).isPositive();
  }

  @Test
  void subscriptionsAreLoadedAndSavedWithFewStatementsAndFoundAmongMany() {
    assertThat(run(
            "subscription",
            "--blocks=10,23",
            "--repeat=2",
            "--subscriptions=40",
            "--users=7",
            "--json"))
        .isZero();

    JsonNode report = Json.mapper().readTree(out.toString());
    assertThat(finding(report, "23 blocks, load: statements")).isEqualTo(1);
    assertThat(finding(report, "23 blocks, first save: statements")).isBetween(1.0, 10.0);
    assertThat(finding(report, "23 blocks, save of nothing changed: statements"))
        .isZero();
    assertThat(finding(report, "23 blocks, save of one changed value: statements"))
        .isBetween(1.0, 3.0);
    assertThat(finding(report, "first save, 23 over 10 blocks: p50 in the database"))
        .isPositive();
    assertThat(finding(report, "blocks that use one: statements")).isEqualTo(1);
    assertThat(finding(report, "list by product_name: rows, p50 in the database"))
        .isPositive();
  }

  @Test
  void creatingReportsWhatItCostsAgainstBareStepsAndCountsTheJournal() {
    assertThat(run("create", "-c", "2", "-s", "1", "--rounds", "1", "--warm-up", "0", "--json"))
        .isZero();

    JsonNode report = Json.mapper().readTree(out.toString());
    assertThat(report.at("/performances").size()).isEqualTo(3);
    report.at("/performances").forEach(BenchmarksTest::isComplete);
    assertThat(finding(report, "rate against five bare steps")).isPositive();
    assertThat(finding(report, "processor time of a commit against a bare one")).isPositive();
  }

  private static double finding(JsonNode report, String name) {
    return report.at("/findings").values().stream()
        .filter(each -> each.at("/name").asString().equals(name))
        .map(each -> each.at("/all/median").asDouble())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding " + name));
  }

  private static void isComplete(JsonNode performance) {
    JsonNode round = performance.at("/rounds/0");
    assertThat(round.at("/done").asLong()).isPositive();
    assertThat(round.at("/rate").asDouble()).isPositive();
    assertThat(round.at("/p99").asDouble())
        .isGreaterThanOrEqualTo(round.at("/p50").asDouble());
    assertThat(round.at("/wal_bytes").asDouble()).isPositive();
    assertThat(round.at("/commits").asDouble()).isPositive();
    assertThat(round.at("/program_micros").asDouble()).isPositive();
    assertThat(round.at("/postgres_micros").asDouble()).isPositive();
    assertThat(round.at("/foreign").asDouble()).isBetween(0.0, 1.0);
    assertThat(performance.at("/statements/per_unit").asDouble()).isPositive();
    assertThat(performance.at("/tally/acknowledged").asLong()).isPositive();
    assertThat(performance.at("/tally/stored")).isEqualTo(performance.at("/tally/acknowledged"));
  }

  private int run(String... arguments) {
    return Benchmarks.run(new PrintWriter(out, true), arguments);
  }
}
