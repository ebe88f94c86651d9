package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of differences has every reason of the replayed recordings, and each of its rows a test. */
final class DifferencesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/differences.md");
  private static final Path LIST =
      ROOT.resolve("server/src/test/resources/recordings/differences.json");
  private static final Pattern REASON = Pattern.compile("\"reason\": \"([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!Workflow).*\\|$");
  private static final Pattern HELD_BY = Pattern.compile("\\| `(\\w+)\\.(\\w+)` \\|$");

  @Test
  void everyReasonOfTheRecordingsIsOnThePage() throws IOException {
    List<String> reasons = REASON
        .matcher(Files.readString(LIST))
        .results()
        .map(found -> found.group(1))
        .toList();

    assertThat(reasons).isNotEmpty();
    assertThat(Files.readString(PAGE)).contains(reasons);
  }

  @Test
  void everyRowNamesATestThatIsThere() throws IOException {
    Map<String, String> tests = tests();
    List<String> wrong = new ArrayList<>();
    List<String> rows =
        ROW.matcher(Files.readString(PAGE)).results().map(MatchResult::group).toList();
    for (String row : rows) {
      boolean held = HELD_BY
          .matcher(row)
          .results()
          .anyMatch(test ->
              tests.getOrDefault(test.group(1), "").contains("  void " + test.group(2) + "("));
      if (!held) {
        wrong.add(row);
      }
    }

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(wrong).as("rows without a test").isEmpty();
  }

  private static Map<String, String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(DifferencesTest::sources)
          .collect(Collectors.toMap(
              file -> file.getFileName().toString().replace(".java", ""),
              DifferencesTest::text,
              String::concat));
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
