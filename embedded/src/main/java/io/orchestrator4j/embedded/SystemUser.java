package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user as whom PostgreSQL's programs run. They refuse to run as root; where this JVM is root, they are put into a
 * user name space in which root is nobody, or, where the system forbids that, given to nobody in earnest. They also refuse a
 * user without a name.
 *
 * @param prefix the words before each command
 * @param owner the user id that must own PostgreSQL's files; null where it can only be ours
 */
record SystemUser(List<String> prefix, @Nullable Integer owner) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;

  static final SystemUser SAME = new SystemUser(List.of(), null);
  static final SystemUser ROOT_IN_A_NAME_SPACE = new SystemUser(List.of("unshare", "-U"), ROOT);
  static final SystemUser NAMELESS = new SystemUser(List.of("unshare", "-U"), null);
  static final SystemUser OTHER_THAN_ROOT = new SystemUser(
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

  static SystemUser current() {
    if (isRoot()) {
      return Stream.of(ROOT_IN_A_NAME_SPACE, OTHER_THAN_ROOT)
          .filter(user -> user.can("true"))
          .findFirst()
          .orElseThrow(SystemUser::rootNotPossible);
    }
    // as in a container that was given some user id; in a name space it has the name nobody
    return isNameless() && NAMELESS.can("true") ? NAMELESS : SAME;
  }

  /** Who we are, for messages. */
  static String ourName() {
    return isNameless() ? "user id " + ourId() : System.getProperty("user.name");
  }

  List<String> command(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  /** Whether all folders down to this file or folder may be entered, and it itself used. */
  boolean reaches(Path path) {
    return !isAnother() || can("test", "-x", path.toString());
  }

  /** Whether it is another user for the system too, so that our own files are closed to it. */
  boolean isAnother() {
    return owner != null && owner != ROOT;
  }

  /** Gives a file or folder to this user, with all that is in it. Earlier starts may have run as another. */
  void own(Path root) throws IOException {
    if (owner == null || owner.equals(Files.getAttribute(root, "unix:uid"))) {
      return;
    }
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        give(file, owner);
        return FileVisitResult.CONTINUE;
      }

      // the root is given last: until then a start that was cut off is seen to be unfinished
      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        give(folder, owner);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private static void give(Path path, int owner) throws IOException {
    Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean can(String... words) {
    return Command.succeeds(command(List.of(words)));
  }

  private static boolean isRoot() {
    return ourId().equals(ROOT) || "root".equals(System.getProperty("user.name"));
  }

  /** Whether the system has no name for our user id, which is what this mark of Java's says. */
  private static boolean isNameless() {
    return "?".equals(System.getProperty("user.name", "?"));
  }

  private static Object ourId() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException _) {
      return "unknown";
    }
  }

  private static EmbeddedPostgresFailure rootNotPossible() {
    return new EmbeddedPostgresFailure(
        Code.ROOT_NOT_POSSIBLE,
        "PostgreSQL does not run as root, and this system allows root neither 'unshare -U' nor"
            + " 'setpriv --reuid'; start as another user, or give the JDBC URL of a PostgreSQL of"
            + " your own");
  }
}
