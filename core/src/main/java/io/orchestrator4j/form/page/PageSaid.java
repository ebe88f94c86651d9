package io.orchestrator4j.form.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules of one page have said so far. Mutable. */
public final class PageSaid<P> {

  private final Map<String, Said> fields = new LinkedHashMap<>();
  private final List<Function<P, @Nullable String>> checks = new ArrayList<>();
  private String title = "unknown";
  private @Nullable Buttons buttons;

  /** What is said of a component, to be added to. */
  public Said of(String component) {
    return fields.computeIfAbsent(component, _ -> new Said());
  }

  /** A rule across the fields: what is wrong, or null. */
  public void check(Function<P, @Nullable String> rule) {
    checks.add(rule);
  }

  /** The heading. */
  public void title(String text) {
    this.title = text;
  }

  /** The words on the buttons. */
  public void buttons(Buttons words) {
    this.buttons = words;
  }

  List<Function<P, @Nullable String>> checks() {
    return checks;
  }

  String title() {
    return title;
  }

  @Nullable
  Buttons buttons() {
    return buttons;
  }
}
