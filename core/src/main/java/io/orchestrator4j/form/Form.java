package io.orchestrator4j.form;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form method asks its pages with. The method runs from its beginning each time that one more
 * page was filled in, so it must have no effect besides its result. Not thread-safe.
 */
public final class Form {

  private final Iterator<ObjectNode> inputs;
  private int used;

  Form(List<ObjectNode> inputs) {
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
    PageDefinition<P> definition = PageDefinition.of(page);
    PageRules<P> asked = new PageRules<>(definition);
    rules.accept(asked);
    if (!inputs.hasNext()) {
      throw new FormInterruption(new FormInterruption.Reason.Asked(
          SchemaWriter.schema(definition, asked), asked.hasNext()));
    }
    used++;
    return new PageAnswers<>(definition, asked, inputs.next()).read();
  }

  int used() {
    return used;
  }
}
