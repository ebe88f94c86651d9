package io.orchestrator4j.cli.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.cli.terminal.CommandFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

/** What keys do in a list, on a terminal that is fed with them. */
final class ArrowQuestionsTest {

  private static final List<String> COLOURS = List.of("red", "green", "blue");
  private static final String UP = "\033[A";
  private static final String DOWN = "\033[B";
  private static final String ENTER = "\r";

  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();

  private ArrowQuestions typing(String keys) throws IOException {
    return typing(keys, new Size(60, 20));
  }

  private ArrowQuestions typing(String keys, Size size) throws IOException {
    var terminal = new ExternalTerminal(
        "test",
        "xterm",
        new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
        drawn,
        StandardCharsets.UTF_8);
    terminal.setSize(size);
    return new ArrowQuestions(terminal);
  }

  private String drawn() {
    return drawn.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theArrowsMoveAndEnterTakes() throws IOException {
    assertThat(typing(ENTER).choose("Which?", COLOURS)).isZero();
    assertThat(typing(DOWN + DOWN + UP + ENTER).choose("Which?", COLOURS)).isEqualTo(1);
    assertThat(typing("\033OB" + "\n").choose("Which?", COLOURS)).isEqualTo(1);
    assertThat(drawn()).contains("Which?", "red", "green", "blue");
  }

  @Test
  void behindTheLastIsTheFirst() throws IOException {
    assertThat(typing(UP + ENTER).choose("Which?", COLOURS)).isEqualTo(2);
    assertThat(typing(DOWN.repeat(3) + ENTER).choose("Which?", COLOURS)).isZero();
  }

  @Test
  void otherKeysDoNothing() throws IOException {
    assertThat(typing("xyz" + DOWN + "7" + ENTER).choose("Which?", COLOURS)).isEqualTo(1);
  }

  @Test
  void ofALongListAsMuchIsShownAsFits() throws IOException {
    List<String> many = IntStream.range(0, 50).mapToObj("option%d"::formatted).toList();

    assertThat(typing(ENTER, new Size(30, 10)).choose("Which?", many)).isZero();
    assertThat(drawn()).contains("option7").doesNotContain("option8");

    assertThat(typing(UP + ENTER, new Size(30, 10)).choose("Which?", many)).isEqualTo(49);
    assertThat(drawn()).contains("option49").doesNotContain("option30");
  }

  @Test
  void severalQuestionsAreAnsweredOneAfterTheOther() throws IOException {
    ArrowQuestions questions =
        typing(DOWN + ENTER + "\177\177\177light!" + ENTER + ENTER + "y" + ENTER + "n" + ENTER);

    assertThat(questions.choose("Which?", COLOURS)).isEqualTo(1);
    assertThat(questions.text("How", "sky")).isEqualTo("light!");
    assertThat(questions.text("How", "dark")).isEqualTo("dark");
    assertThat(questions.confirm("Now?")).isTrue();
    assertThat(questions.confirm("Now?")).isFalse();
  }

  @Test
  void anInputThatEndsIsNoAnswer() throws IOException {
    assertThatThrownBy(() -> typing(DOWN).choose("Which?", COLOURS))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("The input ended at 'Which?'; nothing was done");
    assertThatThrownBy(() -> typing("").text("How", "dark")).isInstanceOf(CommandFailure.class);
  }
}
