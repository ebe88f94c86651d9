package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running PostgreSQL of one data folder: started, found again, stopped. It is a process of its own session, so that
 * neither a Ctrl-C in the terminal nor the death of this JVM ends it.
 */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  // after a crash on a busy server PostgreSQL first replays its journal, which may take minutes
  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration ORPHANS_END = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Binaries binaries;
  private final SystemUser user;
  private final Password password;
  private final boolean durable;

  Postmaster(
      DataFolder folder, Binaries binaries, SystemUser user, Password password, boolean durable) {
    this.folder = folder;
    this.binaries = binaries;
    this.user = user;
    this.password = password;
    this.durable = durable;
  }

  /** Returns the port, after it has started PostgreSQL or found it running; 0 asks for any port. */
  int startOrAdopt(int wantedPort) throws IOException {
    PostmasterFile survivor = PostmasterFile.in(folder.cluster()).orElse(null);
    if (survivor != null && survivor.isServing()) {
      if (fits(survivor, wantedPort)) {
        LOG.info("PostgreSQL of {} is still running as process {}", folder.path(), survivor.pid());
        return survivor.port();
      }
      stop();
    }
    return start(wantedPort);
  }

  void stop() throws IOException {
    PostmasterFile running = PostmasterFile.in(folder.cluster()).orElse(null);
    if (running == null || !running.isServing()) {
      return;
    }
    for (String mode : List.of("fast", "immediate")) {
      if (control("stop", "--mode=" + mode, "--no-wait")
          && Await.until(() -> !running.isServing(), STOP)) {
        return;
      }
      LOG.warn("PostgreSQL of {} has not obeyed a {} stop", folder.path(), mode);
    }
    ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
    if (!Await.until(() -> !running.isServing(), STOP)) {
      throw new EmbeddedPostgresFailure(
          Code.STOP_FAILED,
          "PostgreSQL of %s (process %d) does not stop, not even by SIGKILL; the system's log may say why"
              .formatted(folder.path(), running.pid()));
    }
  }

  private boolean fits(PostmasterFile survivor, int wantedPort) {
    if (wantedPort != 0 && wantedPort != survivor.port()) {
      return false;
    }
    Sql sql = new Sql(survivor.port(), password);
    try {
      return Files.isSameFile(Path.of(sql.setting("data_directory")), folder.cluster())
          && sql.setting("fsync").equals(onOff());
    } catch (SQLException | IOException failure) {
      LOG.info(
          "PostgreSQL of {} is running, but does not answer: {}",
          folder.path(),
          failure.toString());
      return false;
    }
  }

  private int start(int wantedPort) throws IOException {
    folder.log().open();
    user.own(folder.cluster());
    PostmasterFile left = PostmasterFile.in(folder.cluster()).orElse(null);
    if (left != null) {
      left.disown();
    }
    long deadline = System.nanoTime() + ORPHANS_END.toNanos();
    while (true) {
      int port = wantedPort == 0 ? freePort() : wantedPort;
      long before = folder.log().length();
      if (control("start", "--silent", "--wait", "--timeout=600", "--options=" + settings(port))) {
        return port;
      }
      String said = folder.log().since(before);
      boolean portTaken = said.contains("Address already in use");
      if (portTaken && wantedPort != 0) {
        throw new EmbeddedPostgresFailure(
            Code.PORT_IN_USE,
            "Port %d on 127.0.0.1 is in use by another program; expected it to be free for PostgreSQL of %s. Stop that program, or name another port (0 takes a free one)"
                .formatted(wantedPort, folder.path()));
      }
      // the processes of a killed PostgreSQL end by themselves, but not at once
      boolean passes = portTaken || said.contains("pre-existing shared memory block");
      if (!passes || System.nanoTime() - deadline > 0) {
        throw new EmbeddedPostgresFailure(
            Code.START_FAILED,
            "PostgreSQL of %s does not start. It says (in %s): %s"
                .formatted(folder.path(), folder.log().file(), said));
      }
    }
  }

  private boolean control(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl").toString()));
    command.addAll(List.of(words));
    // by the environment, since pg_ctl would pass an argument on through a shell
    Map<String, String> environment = Map.of("PGDATA", folder.cluster().toString());
    return Command.run(user.command(command), environment, folder.log().file(), START) == 0;
  }

  private String settings(int port) {
    return String.join(
        " -c ",
        "-p " + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "password_encryption=scram-sha-256",
        "max_connections=100",
        "timezone=UTC",
        "log_timezone=UTC",
        "logging_collector=off",
        "fsync=" + onOff(),
        "full_page_writes=" + onOff(),
        "synchronous_commit=" + onOff());
  }

  private String onOff() {
    return durable ? "on" : "off";
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
