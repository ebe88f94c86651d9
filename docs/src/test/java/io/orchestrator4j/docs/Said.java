package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation quotes of messages: a block of text below {@code <!-- said: a name -->}. A test gets the message
 * and compares it with what stands there, where an id is cut down to its last letters. With {@code
 * -Dsnippets.update=true} it is written anew instead.
 */
public final class Said {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{8}([0-9a-f]{4})");
  private static final Pattern SHORT_ID = Pattern.compile("…[0-9a-f]{4}");

  private final Path page;

  private Said(Path page) {
    this.page = page;
  }

  /** The messages that a page quotes. */
  public static Said on(String page) {
    return new Said(ROOT.resolve(page));
  }

  /**
   * Demands that the page quotes a message under a name.
   *
   * @throws AssertionError if it says something else there
   */
  public void quotes(String name, String message) throws IOException {
    String text = Files.readString(page);
    Matcher block = Pattern.compile(
            "<!-- said: %s -->\\n```\\n(.*?)\\n```".formatted(Pattern.quote(name)), Pattern.DOTALL)
        .matcher(text);
    assertThat(block.find()).as("%s quotes '%s'", page, name).isTrue();
    String expected = ID.matcher(message).replaceAll("…$1");
    boolean same = withoutIds(block.group(1)).equals(withoutIds(expected));
    if (Boolean.getBoolean("snippets.update") && !same) {
      Files.writeString(
          page, text.substring(0, block.start(1)) + expected + text.substring(block.end(1)));
    } else {
      assertThat(withoutIds(block.group(1)))
          .as("what %s quotes as '%s'; -Dsnippets.update=true writes it anew", page, name)
          .isEqualTo(withoutIds(expected));
    }
  }

  private static String withoutIds(String text) {
    return SHORT_ID.matcher(text).replaceAll("…");
  }
}
