package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The password of the database's only user. It is in a file for this user of the system only, and in no argument, log or
 * text.
 *
 * @param secret the password itself
 */
record Password(String secret) {

  static final String UNFINISHED = "password.new";

  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OURS_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Reads the password of a folder that has a cluster, or invents one for a new folder. */
  static Password of(DataFolder folder) throws IOException {
    Path file = folder.password();
    if (!Files.exists(file)) {
      if (folder.hasCluster()) {
        throw new EmbeddedPostgresFailure(
            Code.PASSWORD_MISSING,
            "%s is missing; expected the password of the database beside it. Restore it from a backup, or name another data folder"
                .formatted(file));
      }
      Path unfinished = generated().writeTo(folder.path());
      FileTree.publish(unfinished, file);
    }
    Files.setPosixFilePermissions(file, OURS_ONLY);
    return new Password(Files.readString(file).strip());
  }

  /** Writes the password into a new file that nobody else can ever have opened. */
  Path writeTo(Path folder) throws IOException {
    FileAttribute<?> rights = PosixFilePermissions.asFileAttribute(OURS_ONLY);
    Path file = Files.createTempFile(folder, UNFINISHED, "", rights);
    Files.writeString(file, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    return file;
  }

  @Override
  public String toString() {
    return "****";
  }

  private static Password generated() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
