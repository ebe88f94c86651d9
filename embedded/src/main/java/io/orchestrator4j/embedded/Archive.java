package io.orchestrator4j.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A tar archive, compressed by xz, that is unpacked into a folder and never beside it. */
final class Archive {

  private static final int ANYBODY_MAY_EXECUTE = 0b001_001_001;

  private Archive() {}

  static void unpack(InputStream compressed, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(compressed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = inside(target, target.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      inside(target, path.resolveSibling(entry.getLinkName()), entry);
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, path);
      boolean program = (entry.getMode() & ANYBODY_MAY_EXECUTE) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    } else {
      throw new IOException("%s is neither file, folder nor link".formatted(entry.getName()));
    }
  }

  private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
    Path normalized = path.normalize();
    if (!normalized.startsWith(target)) {
      throw new IOException("%s leads out of the archive".formatted(entry.getName()));
    }
    return normalized;
  }
}
