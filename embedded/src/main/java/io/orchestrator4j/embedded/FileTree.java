package io.orchestrator4j.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with all that is in it. Symbolic links are never followed. */
final class FileTree {

  private FileTree() {}

  static void delete(Path root) throws IOException {
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Deletes what a killed program has left half done. */
  static void deleteChildren(Path folder, String prefix) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> children = Files.list(folder)) {
      leftovers = children
          .filter(child -> child.getFileName().toString().startsWith(prefix))
          .toList();
    }
    for (Path leftover : leftovers) {
      delete(leftover);
    }
  }

  /** Gives a finished folder its name, so that whoever sees the name sees all of it, even after a power failure. */
  static void publish(Path finished, Path name) throws IOException {
    Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel parent = FileChannel.open(name.resolveSibling("."), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }
}
