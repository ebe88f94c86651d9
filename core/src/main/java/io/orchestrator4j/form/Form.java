package io.orchestrator4j.form;

import io.orchestrator4j.form.field.Answered;
import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.field.FieldError;
import io.orchestrator4j.form.page.Asking;
import io.orchestrator4j.form.page.PageDefinition;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form method asks its pages with. The method runs from its beginning each time that one more
 * page was filled in, so it must have no effect besides its result. Not thread-safe.
 */
public final class Form {

  private final PageDefinitions definitions;
  private final Asking asking;
  private final Iterator<ObjectNode> inputs;
  private int used;

  Form(FormServices services, List<ObjectNode> inputs) {
    this.definitions = services.definitions();
    this.asking = new Asking(services.customers(), services.labels(), definitions);
    this.inputs = inputs.iterator();
  }

  /** The answers of a page, checked and converted. Display-only components are null. */
  public <P extends Record> P ask(Class<P> page) {
    return ask(page, _ -> {});
  }

  /**
   * The answers of a page with rules that are only known now: choices, defaults, titles, checks.
   * Display-only components are null.
   */
  public <P extends Record> P ask(Class<P> page, Consumer<PageRules<P>> rules) {
    PageDefinition<P> definition = definitions.page(page);
    PageRules<P> asked = new PageRules<>(definition);
    rules.accept(asked);
    return ask(asking.page(definition, asked.said()), asked.hasNext());
  }

  /** The answers of a page that has no record, by the keys of its fields. */
  public Map<String, @Nullable Object> ask(Page page) {
    PageDefinition<Map<String, @Nullable Object>> definition = page.definition(definitions);
    PageRules<Map<String, @Nullable Object>> rules = page.rules(definition);
    return ask(asking.page(definition, rules.said()), rules.hasNext());
  }

  /** Shows a summary as a page of its own. */
  public void ask(Summary summary) {
    ask(asking.summary(summary.title(), summary.parts(), summary.buttons()), summary.hasNext());
  }

  private <P> P ask(AskedPage<P> page, @Nullable Boolean hasNext) {
    if (!inputs.hasNext()) {
      throw new FormInterruption(new FormInterruption.Reason.Asked(page.schema(), hasNext));
    }
    used++;
    return switch (page.answer(inputs.next())) {
      case Answered.Right<P>(P answers) -> {
        asking.answered(answers, page);
        yield answers;
      }
      case Answered.Refused<P>(List<FieldError> errors) ->
        throw new FormInterruption(
            new FormInterruption.Reason.Refused(new InvalidPage(page.name(), errors)));
    };
  }

  int used() {
    return used;
  }
}
