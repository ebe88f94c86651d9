package io.orchestrator4j.form.field;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that is filled in.
 *
 * @param component its name in Java
 * @param key its name elsewhere
 * @param type what its values are in Java
 * @param start where nothing is sent, in its stored form
 */
public record InputField(
    String component, String key, Type type, FieldKind kind, Look look, Start start, Checks checks)
    implements PagePart {

  /**
   * How it looks.
   *
   * @param titled whether the title was given, instead of being made of the name
   * @param help what helps to fill it in; empty where nothing does
   */
  public record Look(String title, boolean titled, String help) {}

  /**
   * What it begins with.
   *
   * @param value null where it must be filled in
   * @param nullable whether null is an answer
   */
  public record Start(@Nullable JsonNode value, boolean nullable, Mode mode) {}

  /** What people may do with it. */
  public enum Mode {
    OPEN,
    READ_ONLY,
    HIDDEN
  }

  /** What its values are held to. */
  public record Checks(FieldLimits limits, FieldRule rule) {

    /** Nothing. */
    public static final Checks NONE = new Checks(FieldLimits.NONE, FieldRule.NONE);
  }

  boolean isRequired() {
    return start.value() == null;
  }

  boolean isUnique() {
    return kind instanceof ListKind list && list.unique();
  }

  /** A stored value as people read it. */
  public String words(JsonNode stored) {
    return stored.isNull() ? "" : kind.words(stored);
  }

  JsonNode shown(JsonNode stored) {
    return stored.isNull() ? stored : kind.shown(stored);
  }

  JsonNode repeatable(JsonNode sent) {
    return sent.isNull() ? sent : kind.repeatable(sent);
  }
}
