package io.orchestrator4j.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says of itself in {@code postmaster.pid}; a killed one leaves the file behind.
 *
 * @param cluster the folder in which the file is
 * @param pid the process
 * @param port its TCP port
 */
record PostmasterFile(Path cluster, long pid, int port) {

  private static final int PORT = 3;

  // above the largest process id of any system that PostgreSQL is built for
  private static final String NOBODY = "99999999";

  static Optional<PostmasterFile> in(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(cluster));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    if (lines.size() <= PORT) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.getFirst().strip());
      int port = Integer.parseInt(lines.get(PORT).strip());
      return Optional.of(new PostmasterFile(cluster, pid, port));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** Whether this very PostgreSQL is running, not merely some process with its number. */
  boolean isServing() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && !isZombie()
        && isPostgresOfThisCluster();
  }

  /**
   * Puts in a process number that nobody has. PostgreSQL does not start while a process with the number in this file
   * exists, even if that is a zombie or, after a restart of a container, somebody else. The rest of the file must stay:
   * by it PostgreSQL finds out whether processes of the killed server still use the data.
   */
  void disown() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file(cluster)));
    lines.set(0, NOBODY);
    Files.write(file(cluster), lines);
  }

  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // the command before the state is in parentheses, and may hold any
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException _) {
      // gone, or a system without /proc
      return false;
    }
  }

  private boolean isPostgresOfThisCluster() {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!Files.exists(process)) {
      return ProcessHandle.of(pid)
          .flatMap(handle -> handle.info().command())
          .filter(command -> command.endsWith("postgres"))
          .isPresent();
    }
    try {
      // PostgreSQL works in its data folder
      return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
    } catch (IOException _) {
      return isNamedPostgres(process);
    }
  }

  private static boolean isNamedPostgres(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip().equals("postgres");
    } catch (IOException _) {
      return false;
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
