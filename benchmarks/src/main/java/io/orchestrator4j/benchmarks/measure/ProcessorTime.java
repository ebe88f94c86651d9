package io.orchestrator4j.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * Processor time that was used so far, or between two readings.
 *
 * @param program of the JVMs that are measured
 * @param postgres of all processes of PostgreSQL
 * @param machine of everybody on this machine
 */
public record ProcessorTime(Duration program, Duration postgres, Duration machine) {

  private static final int IDLE = 4;
  private static final int WAITING = 5;
  // what follows is the time of guests, which is in the user's already
  private static final int STOLEN = 8;

  static ProcessorTime now(Collection<Long> programs, long postmaster) {
    Duration ours = programs.stream().map(ProcessorTime::own).reduce(Duration.ZERO, Duration::plus);
    return new ProcessorTime(ours, family(postmaster), everybody());
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(
        program.minus(earlier.program),
        postgres.minus(earlier.postgres),
        machine.minus(earlier.machine));
  }

  /** The share of all processors that others used in this time, from 0 to 1. */
  double foreign(Duration elapsed) {
    double others = seconds(machine) - seconds(program) - seconds(postgres);
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.clamp(others / (seconds(elapsed) * processors), 0, 1);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration own(long pid) {
    return ProcessStat.of(pid).map(ProcessStat::own).orElse(Duration.ZERO);
  }

  private static Duration family(long pid) {
    return ProcessStat.of(pid)
        .map(parent -> parent.children().stream()
            .map(child -> child.own().plus(child.reaped()))
            .reduce(parent.own().plus(parent.reaped()), Duration::plus))
        .orElse(Duration.ZERO);
  }

  private static Duration everybody() {
    try {
      return busy(Files.readAllLines(Path.of("/proc/stat")).getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException("The benchmarks read /proc, which only Linux has", e);
    }
  }

  static Duration busy(String line) {
    String[] words = line.split(" +", -1);
    long ticks = 0;
    for (int i = 1; i <= STOLEN && i < words.length; i++) {
      ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(words[i]);
    }
    return ProcessStat.ticks(ticks);
  }
}
