package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.io.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;

/** Asks with lists in which the arrow keys move, in a terminal that can draw. */
final class ArrowQuestions implements Questions {

  private static final String DUMB = "dumb";
  private static final Size USUAL_SIZE = new Size(80, 24);

  /** What a key does in a list. */
  private enum Key {
    UP,
    DOWN,
    CHOOSE
  }

  private final Terminal screen;
  private final BindingReader keyboard;
  private final KeyMap<Key> keys = new KeyMap<>();

  ArrowQuestions(Terminal screen) {
    this.screen = screen;
    // what connects two programs may not say how large it is
    if (screen.getWidth() == 0 || screen.getHeight() == 0) {
      screen.setSize(USUAL_SIZE);
    }
    this.keyboard = new BindingReader(screen.reader());
    // terminals send either, whatever their description says
    keys.bind(Key.UP, "\033[A", "\033OA");
    keys.bind(Key.DOWN, "\033[B", "\033OB");
    keys.bind(Key.CHOOSE, "\r", "\n");
  }

  /** For the terminal that this program was started in; empty if it was started in none, or in one that cannot draw. */
  static Optional<Questions> ofThisProgram() {
    String type = System.getenv().getOrDefault("TERM", DUMB);
    boolean inTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    if (!inTerminal || type.startsWith(DUMB)) {
      return Optional.empty();
    }
    try {
      // by the command stty, so that nothing native is loaded. At the program's end, also by
      // Ctrl-C,
      // the terminal is set as it was; by JLine's own signals it would end without
      return Optional.of(new ArrowQuestions(TerminalBuilder.builder()
          .system(true)
          .provider("exec")
          .dumb(false)
          .nativeSignals(false)
          .build()));
    } catch (IOException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  @Override
  public int choose(String question, List<String> options) {
    Attributes before = screen.enterRawMode();
    Display display = new Display(screen, false);
    try {
      int place = 0;
      while (true) {
        draw(display, list(question, options, place));
        Key key = keyboard.readBinding(keys);
        if (key == null) {
          throw ended(question);
        }
        switch (key) {
          case UP -> place = Math.floorMod(place - 1, options.size());
          case DOWN -> place = Math.floorMod(place + 1, options.size());
          case CHOOSE -> {
            draw(display, List.of(cut("%s %s".formatted(question, options.get(place)))));
            screen.writer().println();
            screen.flush();
            return place;
          }
        }
      }
    } finally {
      screen.setAttributes(before);
    }
  }

  private void draw(Display display, List<AttributedString> lines) {
    Size size = screen.getSize();
    display.resize(size.getRows(), size.getColumns());
    display.update(lines, size.cursorPos(lines.size() - 1, lines.getLast().columnLength()));
  }

  // as many as fit, the one that is meant among them
  private List<AttributedString> list(String question, List<String> options, int place) {
    int room = Math.max(1, screen.getHeight() - 2);
    int first = Math.clamp(place - room / 2, 0, Math.max(0, options.size() - room));
    List<AttributedString> lines = new ArrayList<>();
    lines.add(cut(question + " (arrow keys, Enter)"));
    for (int i = first; i < Math.min(options.size(), first + room); i++) {
      AttributedString line = cut((i == place ? "> " : "  ") + options.get(i));
      lines.add(
          i == place
              ? new AttributedString(line.toString(), AttributedStyle.DEFAULT.bold())
              : line);
    }
    return lines;
  }

  private AttributedString cut(String line) {
    return new AttributedString(line).columnSubSequence(0, screen.getWidth() - 1);
  }

  @Override
  public String text(String question, String standard) {
    String line = line(question + ": ", standard);
    return line.isEmpty() ? standard : line;
  }

  @Override
  public boolean confirm(String question) {
    String line = line(question + " [y/N]: ", "").toLowerCase(Locale.ROOT);
    return line.equals("y") || line.equals("yes");
  }

  private String line(String prompt, String standard) {
    LineReader reader = LineReaderBuilder.builder()
        .terminal(screen)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.BRACKETED_PASTE, false)
        .build();
    try {
      return reader.readLine(prompt, null, (Character) null, standard).strip();
    } catch (UserInterruptException | EndOfFileException _) {
      throw ended(prompt.strip());
    }
  }

  private static CommandFailure ended(String question) {
    return new CommandFailure(
        ExitCode.WRONG_USAGE, "The input ended at '%s'; nothing was done".formatted(question));
  }
}
