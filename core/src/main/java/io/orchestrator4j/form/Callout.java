package io.orchestrator4j.form;

import io.orchestrator4j.form.page.OnlyShown;
import java.util.Locale;

/**
 * A box with a heading and a text, as a component's type and as what its rules show: {@code
 * page.field(X::note).show(Callout.warning("Note", "The port goes down"))}.
 *
 * @param icon the name of an icon
 */
@OnlyShown
public record Callout(String header, String message, Look look, String icon) implements Shown {

  private static final String INFO = "info";

  /** Its colour. */
  public enum Look {
    PRIMARY,
    SUCCESS,
    WARNING,
    DANGER,
    ACCENT;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that informs. */
  public static Callout primary(String header, String message) {
    return new Callout(header, message, Look.PRIMARY, INFO);
  }

  /** One with good news. */
  public static Callout success(String header, String message) {
    return new Callout(header, message, Look.SUCCESS, INFO);
  }

  /** One that warns. */
  public static Callout warning(String header, String message) {
    return new Callout(header, message, Look.WARNING, INFO);
  }

  /** One that warns of harm. */
  public static Callout danger(String header, String message) {
    return new Callout(header, message, Look.DANGER, INFO);
  }

  /** One that stands out. */
  public static Callout accent(String header, String message) {
    return new Callout(header, message, Look.ACCENT, INFO);
  }

  /** This with another icon. */
  public Callout withIcon(String name) {
    return new Callout(header, message, look, name);
  }
}
