package io.orchestrator4j.form;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.FieldError;
import io.orchestrator4j.form.field.PageSchema;
import io.orchestrator4j.form.page.PageDefinition;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Runs forms: from the first page on, with all pages that were filled in so far. Thread-safe. */
public final class Forms {

  private static final String PAGE_WITHOUT_FIELDS = "FormPage";

  private final FormServices services;

  /** Forms in these surroundings. */
  public Forms(FormServices services) {
    this.services = services;
  }

  /** Their surroundings. */
  public FormServices services() {
    return services;
  }

  /**
   * Looks at a page before it is asked, so that what is wrong with it is known when the application starts.
   *
   * @throws DefinitionProblem if something is
   */
  public void requirePage(Class<? extends Record> page) {
    PageDefinition<?> _ = services.definitions().page(page);
  }

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
  public <T> FormOutcome<T> replay(Asked<T> method, List<ObjectNode> pages) throws Exception {
    Form form = new Form(services, pages);
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
      return new FormOutcome.NextPage<>(PageSchema.empty("unknown"), null);
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
