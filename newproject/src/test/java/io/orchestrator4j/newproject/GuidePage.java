package io.orchestrator4j.newproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the guide whose reader writes files: what stands below {@code <!-- project file: its path -->}. */
record GuidePage(String text) {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern FILE =
      Pattern.compile("<!-- project file: (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  static GuidePage gettingStarted() throws IOException {
    return new GuidePage(Files.readString(ROOT.resolve("docs/guide/getting-started.md")));
  }

  /** Does what the reader does. */
  void writeFiles(Path project) throws IOException {
    Matcher files = FILE.matcher(text);
    int written = 0;
    while (files.find()) {
      Files.writeString(project.resolve(files.group(1)), files.group(2));
      written++;
    }
    assertThat(written).as("files on the page").isEqualTo(2);
  }
}
