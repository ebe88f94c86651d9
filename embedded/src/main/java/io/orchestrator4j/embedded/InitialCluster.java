package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's files in a new data folder. They get their name when they are complete. */
final class InitialCluster {

  static final String UNFINISHED = "cluster.new";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int FIRST_WITH_ITS_OWN_LOCALES = 17;

  private InitialCluster() {}

  static void make(
      DataFolder folder, Binaries binaries, SystemUser user, Password password, boolean durable)
      throws IOException {
    Path unfinished = Files.createTempDirectory(folder.path(), UNFINISHED);
    Path passwordFile = password.writeTo(folder.path());
    try {
      user.own(unfinished);
      user.own(passwordFile);
      long before = folder.log().length();
      List<String> command =
          new ArrayList<>(user.command(initdb(binaries, unfinished, passwordFile)));
      if (!durable) {
        command.add("--no-sync");
      }
      if (Command.run(command, Map.of(), folder.log().file(), LIMIT) != 0) {
        FileTree.delete(unfinished);
        throw new EmbeddedPostgresFailure(
            Code.INITDB_FAILED,
            "PostgreSQL could not make its files in %s. It says: %s"
                .formatted(folder.path(), folder.log().since(before)));
      }
    } finally {
      Files.delete(passwordFile);
    }
    FileTree.publish(unfinished, folder.cluster());
  }

  private static List<String> initdb(Binaries binaries, Path unfinished, Path passwordFile) {
    List<String> words = new ArrayList<>();
    words.add(binaries.program("initdb").toString());
    words.add("--pgdata=" + unfinished);
    words.add("--username=" + EmbeddedPostgres.USER);
    words.add("--pwfile=" + passwordFile);
    words.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"));
    words.addAll(List.of("--locale=C", "--no-instructions"));
    if (Integer.parseInt(binaries.majorVersion()) >= FIRST_WITH_ITS_OWN_LOCALES) {
      // sorts like C and knows upper and lower case of all of Unicode, on every system and after
      // its upgrades
      words.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    return words;
  }
}
