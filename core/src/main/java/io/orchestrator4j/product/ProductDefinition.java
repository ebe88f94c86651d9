package io.orchestrator4j.product;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A product as {@link Product} declares it.
 *
 * @param productType the name of its product type
 * @param fixedInputs the texts of its fixed inputs by their names
 */
public record ProductDefinition(
    String name,
    String tag,
    String description,
    String productType,
    Map<String, String> fixedInputs) {

  public ProductDefinition {
    fixedInputs = Collections.unmodifiableMap(new LinkedHashMap<>(fixedInputs));
  }
}
