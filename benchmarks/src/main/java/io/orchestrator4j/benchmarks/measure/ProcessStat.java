package io.orchestrator4j.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Linux says of a process.
 *
 * @param command the program's name
 * @param own processor time of the process
 * @param reaped processor time of its children that have ended
 */
public record ProcessStat(long pid, String command, long parent, Duration own, Duration reaped) {

  private static final Path PROCESSES = Path.of("/proc");
  // USER_HZ, the same on every Linux that Java runs on
  private static final int MILLIS_PER_TICK = 10;

  // places behind the command, as proc(5) numbers them less three
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int REAPED_USER = 13;
  private static final int REAPED_SYSTEM = 14;

  /** A process; empty if it is gone. */
  public static Optional<ProcessStat> of(long pid) {
    try {
      return Optional.of(
          parse(Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** The processes that this one has begun and that still are. */
  public List<ProcessStat> children() {
    try (Stream<Path> entries = Files.list(PROCESSES)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .flatMap(name -> of(Long.parseLong(name)).stream())
          .filter(other -> other.parent == pid)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProcessStat parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    List<String> words = List.of(line.substring(close + 2).strip().split(" ", -1));
    return new ProcessStat(
        Long.parseLong(line.substring(0, open).strip()),
        line.substring(open + 1, close),
        Long.parseLong(words.get(PARENT)),
        time(words.get(USER), words.get(SYSTEM)),
        time(words.get(REAPED_USER), words.get(REAPED_SYSTEM)));
  }

  private static Duration time(String user, String system) {
    return ticks(Long.parseLong(user) + Long.parseLong(system));
  }

  static Duration ticks(long ticks) {
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }
}
