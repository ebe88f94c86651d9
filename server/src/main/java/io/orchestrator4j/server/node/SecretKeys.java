package io.orchestrator4j.server.node;

import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.value.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where the keys for secrets come from: the settings; or, with an embedded database, which is one server's alone, a file
 * beside its data that only its user can read.
 */
final class SecretKeys {

  private static final String FILE = "secrets.key";

  private SecretKeys() {}

  static Secrets of(Settings settings, DatabaseAddress address) {
    String keys = settings.value(Settings.SECRETS_KEYS);
    if (!keys.isEmpty()) {
      return parsed(keys);
    }
    return address.alone()
        ? Secrets.withKeys(List.of(kept(Path.of(settings.value(Settings.DATABASE_FOLDER)))))
        : Secrets.none();
  }

  private static Secrets parsed(String keys) {
    try {
      return Secrets.withKeys(List.of(keys.split(",", -1)));
    } catch (IllegalArgumentException e) {
      throw new WrongSettings(
          List.of("%s: %s".formatted(Settings.SECRETS_KEYS.name(), e.getMessage())));
    }
  }

  private static String kept(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key for secrets in %s can be neither read nor made; see to it that this user may, or set %s"
              .formatted(file.toAbsolutePath(), Settings.SECRETS_KEYS.name()),
          e);
    }
  }

  private static void create(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = Files.newByteChannel(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(StandardCharsets.UTF_8.encode(Secrets.newKey() + "\n"));
    } catch (FileAlreadyExistsException _) {
      // another start was quicker
    }
  }
}
