package io.orchestrator4j.form;

import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.translation.Labels;
import io.orchestrator4j.value.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What forms need besides their author's code: customers, value types, labels. Immutable. */
public final class FormServices {

  private final Customers customers;
  private final List<ValueType<?>> valueTypes;
  private final Labels labels;
  private final PageDefinitions definitions;

  private FormServices(Customers customers, List<ValueType<?>> valueTypes, Labels labels) {
    this.customers = customers;
    this.valueTypes = List.copyOf(valueTypes);
    this.labels = labels;
    this.definitions = new PageDefinitions(byClass(valueTypes));
  }

  private static Map<Class<?>, ValueType<?>> byClass(List<ValueType<?>> types) {
    Map<Class<?>, ValueType<?>> byClass = new HashMap<>();
    for (ValueType<?> type : types) {
      if (byClass.put(type.type(), type) != null) {
        throw new DefinitionProblem(
            "The value type of " + type.type().getName(),
            "there are two of them",
            "Keep one, which says all of it");
      }
    }
    return byClass;
  }

  /** One customer, no value types but the builtin ones, and labels as the authors wrote them. */
  public static FormServices standard() {
    return new FormServices(Customers.only(CustomerInfo.standard()), List.of(), Labels.none());
  }

  /** These with other customers. */
  public FormServices withCustomers(Customers other) {
    return new FormServices(other, valueTypes, labels);
  }

  /** These and more value types. */
  public FormServices withValueTypes(Collection<? extends ValueType<?>> more) {
    List<ValueType<?>> all = new ArrayList<>(valueTypes);
    all.addAll(more);
    return new FormServices(customers, all, labels);
  }

  /** These with other labels. */
  public FormServices withLabels(Labels other) {
    return new FormServices(customers, valueTypes, other);
  }

  /** Whom there is to choose from. */
  public Customers customers() {
    return customers;
  }

  Labels labels() {
    return labels;
  }

  PageDefinitions definitions() {
    return definitions;
  }
}
