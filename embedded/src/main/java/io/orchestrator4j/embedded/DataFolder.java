package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which an embedded PostgreSQL keeps everything: {@code cluster} (PostgreSQL's own), {@code password},
 * {@code postgres.log}, {@code lock}. It is locked from opening to closing.
 */
final class DataFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path path;
  private final FolderLock lock;

  private DataFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(Path given) {
    Path absolute = given.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        Files.createDirectories(absolute.resolveSibling("."));
        Files.createDirectory(
            absolute,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path real = absolute.toRealPath();
      return new DataFolder(real, FolderLock.of(real));
    } catch (IOException failure) {
      throw new EmbeddedPostgresFailure(
          Code.DATA_FOLDER_NOT_WRITABLE,
          "The data folder %s cannot be written (%s); expected a folder that this user (%s) may write, or may create. Name another one, or change its rights"
              .formatted(absolute, found(absolute, failure), SystemUser.ourName()),
          failure);
    }
  }

  Path path() {
    return path;
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  Path password() {
    return path.resolve("password");
  }

  ServerLog log() {
    return new ServerLog(path.resolve("postgres.log"));
  }

  boolean hasCluster() {
    return Files.exists(cluster());
  }

  /** A folder that PostgreSQL of another major version has written is as it was when this fails. */
  void requireVersion(Binaries binaries) throws IOException {
    if (!hasCluster()) {
      return;
    }
    String found = Files.readString(cluster().resolve("PG_VERSION")).strip();
    if (!found.equals(binaries.majorVersion())) {
      throw new EmbeddedPostgresFailure(
          Code.DATA_FOLDER_OTHER_VERSION,
          ("The data folder %s was written by PostgreSQL %s, expected %s, which is the version to be started. It is left as it is."
                  + " To bring what it has into a new one: with the release of the program that has run it so far, which has PostgreSQL %s,"
                  + " 'db export FILE'; then, with this one and a data folder that does not exist yet, 'db import FILE'")
              .formatted(path, found, binaries.majorVersion(), found));
    }
  }

  /** Lets PostgreSQL's user through to the cluster. */
  void openTo(SystemUser user) throws IOException {
    if (user.isAnother()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }
    if (!user.reaches(path)) {
      throw new EmbeddedPostgresFailure(
          Code.DATA_FOLDER_NOT_REACHABLE,
          "PostgreSQL cannot run as root, and the user %s, as whom it runs instead, cannot enter %s; name a folder whose parents everybody may enter, such as /var/lib/orchestrator4j"
              .formatted(user.owner(), path));
    }
  }

  /** Deletes what a start that was killed has left half made. */
  void removeLeftovers() {
    try {
      FileTree.deleteChildren(path, InitialCluster.UNFINISHED);
      FileTree.deleteChildren(path, Password.UNFINISHED);
    } catch (IOException failure) {
      // its initdb may be alive and writing for another moment; the next start tries again
      LOG.info("Left half made in {}: {}", path, failure.toString());
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static String found(Path path, IOException failure) {
    for (Path part = path; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        return Files.isDirectory(part) ? failure.toString() : part + " is a file";
      }
    }
    return failure.toString();
  }
}
