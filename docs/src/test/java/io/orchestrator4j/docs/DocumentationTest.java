package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snippets in the documentation are regions of compiled code, quoted messages are compared by tests, and links lead
 * somewhere. With {@code -Dsnippets.update=true} the snippets are written anew instead.
 */
final class DocumentationTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SAID = Pattern.compile("<!-- said: (.+) -->");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    List<Path> pages =
        new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void snippetsAreCompiledCode(Path page) throws IOException {
    String text = Files.readString(page);
    String expected = SNIPPET
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("<!-- snippet: %s#%s -->\n```java\n%s```"
            .formatted(found.group(1), found.group(2), region(found.group(1), found.group(2)))));

    if (Boolean.getBoolean("snippets.update")) {
      Files.writeString(page, expected);
    } else {
      assertThat(text)
          .as(
              "%s differs from its code: ./mvnw -pl docs test -Dsnippets.update=true writes it anew",
              page)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      assertThat(page.resolveSibling(link.group(1))).as("link in %s", page).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void quotedMessagesAreOnesThatATestGets(Path page) throws IOException {
    String tests = testSources();

    assertThat(SAID.matcher(Files.readString(page)).results().map(found -> found.group(1)))
        .as("messages in %s", page)
        .allMatch(name -> tests.contains('"' + name + '"'), "are got by a test");
  }

  private static String testSources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs/src/test/java"))) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> lines(file).stream())
          .collect(Collectors.joining("\n"));
    }
  }

  // what stands between several pairs of the same tag is one snippet
  private static String region(String file, String tag) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(ROOT.resolve(file))) {
      if (line.endsWith("end::" + tag)) {
        inside = false;
      } else if (line.endsWith("tag::" + tag)) {
        inside = true;
      } else if (inside && !line.contains("tag::") && !line.contains("end::")) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw new AssertionError(
          "%s has no region between tag::%s and end::%s".formatted(file, tag, tag));
    }
    return unindented(lines);
  }

  private static String unindented(List<String> lines) {
    // a blank line at the end would count as one without indentation
    return String.join("\n", lines).stripTrailing().stripIndent() + "\n";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError("The snippet's file cannot be read: " + file, e);
    }
  }
}
