package io.orchestrator4j.server.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks through a text that is no JSON, up to the place where it fails. Only for error messages: the values are read
 * by Jackson, whose messages have no stable words and positions.
 */
final class JsonScan {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final String[] WORDS = {"null", "true", "false", "NaN", "Infinity", "-Infinity"};
  private static final int DEEPEST = 500;

  private final String text;
  private int at;

  JsonScan(String text) {
    this.text = text;
  }

  JsonFault fault() {
    try {
      space();
      value(0);
      space();
      if (at < text.length()) {
        throw new Stop(at, "Extra data");
      }
      // the parser refuses more than the grammar does, such as NaN and numbers of a million digits
      return fault(0, "Not a JSON value that can be kept");
    } catch (Stop stop) {
      return stop.fault(text);
    }
  }

  private void value(int depth) {
    if (depth > DEEPEST) {
      throw new Stop(at, "Nested too deeply");
    }
    switch (current()) {
      case '"' -> string();
      case '{' -> object(depth);
      case '[' -> array(depth);
      default -> wordOrNumber();
    }
  }

  private void wordOrNumber() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      return;
    }
    for (String word : WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return;
      }
    }
    throw new Stop(at, "Expecting value");
  }

  private void object(int depth) {
    at++;
    space();
    if (current() == '}') {
      at++;
      return;
    }
    while (true) {
      if (current() != '"') {
        throw new Stop(at, "Expecting property name enclosed in double quotes");
      }
      string();
      space();
      expect(':');
      space();
      value(depth + 1);
      space();
      if (current() == '}') {
        at++;
        return;
      }
      expect(',');
      space();
    }
  }

  private void array(int depth) {
    at++;
    space();
    if (current() == ']') {
      at++;
      return;
    }
    while (true) {
      value(depth + 1);
      space();
      if (current() == ']') {
        at++;
        return;
      }
      expect(',');
      space();
    }
  }

  private void string() {
    int begin = at++;
    while (true) {
      int character = current();
      if (character < 0) {
        throw new Stop(begin, "Unterminated string starting at");
      }
      if (character < ' ') {
        throw new Stop(at, "Invalid control character at");
      }
      at++;
      if (character == '"') {
        return;
      }
      if (character == '\\') {
        escape(begin);
      }
    }
  }

  private void escape(int begin) {
    int character = current();
    if (character < 0) {
      throw new Stop(begin, "Unterminated string starting at");
    }
    if (character == 'u') {
      if (at + 5 >= text.length() || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
        throw new Stop(at, "Invalid \\uXXXX escape");
      }
      at += 5;
    } else if ("\"\\/bfnrt".indexOf(character) >= 0) {
      at++;
    } else {
      throw new Stop(at - 1, "Invalid \\escape");
    }
  }

  private void expect(char delimiter) {
    if (current() != delimiter) {
      throw new Stop(at, "Expecting '%c' delimiter".formatted(delimiter));
    }
    at++;
  }

  private void space() {
    while (current() >= 0 && " \t\n\r".indexOf(current()) >= 0) {
      at++;
    }
  }

  private int current() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private static JsonFault fault(int position, String reason) {
    return new JsonFault(position, reason);
  }

  /** Ends the walk from any depth. */
  private static final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    Stop(int position, String reason) {
      super(reason, null, false, false);
      this.position = position;
    }

    JsonFault fault(String text) {
      String reason = getMessage() == null ? "" : getMessage();
      return JsonScan.fault(text.codePointCount(0, Math.min(position, text.length())), reason);
    }
  }
}
