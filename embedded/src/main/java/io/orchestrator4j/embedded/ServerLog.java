package io.orchestrator4j.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file in the data folder into which PostgreSQL's programs write what they have to say. */
record ServerLog(Path file) {

  private static final long FULL = 10_000_000;
  private static final int TAIL = 2_000;

  /** Makes the log, readable for us only since it may quote data; a full one is put aside. */
  void open() throws IOException {
    if (Files.exists(file) && Files.size(file) > FULL) {
      Path old = file.resolveSibling(file.getFileName() + ".old");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  long length() throws IOException {
    return Files.size(file);
  }

  /** What was written since the log had this length; of much, the end. */
  String since(long length) throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(length, reader.length() - TAIL);
      byte[] bytes = new byte[(int) (reader.length() - from)];
      reader.seek(from);
      reader.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }
}
