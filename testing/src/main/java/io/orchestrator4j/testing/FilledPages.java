package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Pages;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.SnakeCase;
import io.orchestrator4j.workflow.State;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Pages as a test fills them in, as they are sent. */
final class FilledPages {

  private final Orchestrator orchestrator;

  FilledPages(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  List<ObjectNode> of(Object... pages) {
    return Arrays.stream(pages).map(this::tree).toList();
  }

  private ObjectNode tree(Object page) {
    return switch (page) {
      case FirstPage first -> first.filledIn(orchestrator);
      case ObjectNode tree -> tree;
      case Map<?, ?> map -> (ObjectNode) Json.toTree(map);
      case State state -> state.toTree();
      case Record record
      when record.getClass().isAnnotationPresent(FormPage.class) -> withoutMissingCustomer(record);
      default ->
        throw new IllegalArgumentException(
            "A page is a map, a record marked @FormPage, a State or a FirstPage; found a "
                + page.getClass().getName());
    };
  }

  // a customer that is null is left out, as one leaves it out of a map: the form knows who it is
  // then
  private static ObjectNode withoutMissingCustomer(Record page) {
    ObjectNode tree = Pages.toState(page);
    for (RecordComponent component : page.getClass().getRecordComponents()) {
      String key = SnakeCase.of(component.getName());
      if (component.isAnnotationPresent(Customer.class) && tree.path(key).isNull()) {
        tree.remove(key);
      }
    }
    return tree;
  }
}
