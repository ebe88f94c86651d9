package io.orchestrator4j.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A product.
 *
 * @param productType the name of its type, as in the code
 * @param fixedInputs their values, by name
 * @param blocks the fields directly below its subscriptions
 */
public record NewProduct(
    String name,
    String productType,
    String tag,
    String description,
    Map<String, String> fixedInputs,
    List<NewBlocks> blocks) {

  public NewProduct {
    fixedInputs = new LinkedHashMap<>(fixedInputs);
    blocks = List.copyOf(blocks);
  }

  /** A product without fixed inputs and blocks. */
  public NewProduct(String name, String productType, String tag, String description) {
    this(name, productType, tag, description, Map.of(), List.of());
  }

  /** The same with one more fixed input. */
  public NewProduct fixed(String input, String value) {
    Map<String, String> more = new LinkedHashMap<>(fixedInputs);
    more.put(input, value);
    return new NewProduct(name, productType, tag, description, more, blocks);
  }

  /** The same with one more field, behind the others unless it says where. */
  public NewProduct with(NewBlocks field) {
    List<NewBlocks> more = new ArrayList<>(blocks);
    more.add(field.position() == null ? field.at(blocks.size()) : field);
    return new NewProduct(name, productType, tag, description, fixedInputs, more);
  }
}
