package io.orchestrator4j.chaos.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** A standby made by copying the files of a stopped primary; it follows that one once both are started. */
final class ColdCopy {

  private static final Set<String> LEFT_OUT = Set.of("lock", "postmaster.pid", "postgres.log");

  private ColdCopy() {}

  static void make(Path primary, Path copy, int port, String name, String password)
      throws IOException {
    copy(primary, copy);
    Path cluster = copy.resolve("cluster");
    Files.createFile(cluster.resolve("standby.signal"));
    // the later line wins: the copy of a promoted standby must not wait for a standby that is no
    // more
    Files.write(
        cluster.resolve("postgresql.auto.conf"),
        List.of(
            "synchronous_standby_names = ''",
            "primary_slot_name = '%s'".formatted(name),
            "primary_conninfo = 'host=127.0.0.1 port=%d user=orchestrator password=%s application_name=%s sslmode=disable'"
                .formatted(port, password, name)),
        StandardOpenOption.APPEND);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        copyOne(folder);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (!LEFT_OUT.contains(file.getFileName().toString())) {
          copyOne(file);
        }
        return FileVisitResult.CONTINUE;
      }

      private void copyOne(Path path) throws IOException {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    });
  }
}
