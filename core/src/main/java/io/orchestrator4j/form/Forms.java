package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Runs forms: from the first page on, with all pages that were filled in so far. */
public final class Forms {

  private static final String PAGE_WITHOUT_FIELDS = "FormPage";

  private Forms() {}

  /** A form method, with everything but its form filled in. */
  @FunctionalInterface
  public interface Asked<T> {
    T with(Form form) throws Exception;
  }

  /**
   * Asks a form.
   *
   * @param pages what was filled in so far
   * @throws Exception whatever the author's method throws
   */
  public static <T> FormOutcome<T> replay(Asked<T> method, List<ObjectNode> pages)
      throws Exception {
    Form form = new Form(pages);
    try {
      T result = method.with(form);
      int remaining = pages.size() - form.used();
      return remaining > 0
          ? new FormOutcome.Overflow<>(remaining)
          : new FormOutcome.Complete<>(result);
    } catch (FormInterruption interruption) {
      return interruption.outcome();
    }
  }

  /**
   * Asks where there is no form: one page without fields, so that looking at it starts nothing.
   *
   * @param result what an accepted page leads to
   */
  public static <T> FormOutcome<T> empty(T result, List<ObjectNode> pages) {
    if (pages.isEmpty()) {
      return new FormOutcome.NextPage<>(SchemaWriter.empty(), null);
    }
    List<FieldError> errors = new ArrayList<>();
    pages
        .getFirst()
        .forEachEntry((key, input) ->
            errors.add(FieldError.of("extra_forbidden", "Extra inputs are not permitted", input)
                .in(key)));
    if (!errors.isEmpty()) {
      return new FormOutcome.Invalid<>(new InvalidPage(PAGE_WITHOUT_FIELDS, errors));
    }
    return pages.size() > 1
        ? new FormOutcome.Overflow<>(pages.size() - 1)
        : new FormOutcome.Complete<>(result);
  }

  /** A page without answers, as a resume sends it that has none. */
  public static List<ObjectNode> onePageWithoutAnswers() {
    return List.of(Json.object());
  }
}
