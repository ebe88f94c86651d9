package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds initializers of fields that would overwrite the blocks which the platform puts there: by making one of each and
 * looking.
 */
final class Initializers {

  private Initializers() {}

  static List<DefinitionProblem> thatOverwrite(
      Collection<ProductTypeDefinition> types, Collection<BlockDefinition> blocks) {
    List<DefinitionProblem> problems = new ArrayList<>();
    for (ProductTypeDefinition type : types) {
      look(NewBlocks.leftEmpty(type::create), type.blockFields(), problems);
    }
    for (BlockDefinition block : blocks) {
      look(NewBlocks.leftEmpty(block::create), block.blockFields(), problems);
    }
    return problems;
  }

  private static void look(
      Object model, List<FieldDefinition.Blocks> fields, List<DefinitionProblem> problems) {
    for (FieldDefinition.Blocks field : fields) {
      Object initial = field.access().read(model);
      boolean harmless = initial instanceof Collection<?> list && list.isEmpty() && !field.isMade();
      if (initial != null && !harmless) {
        problems.add(
            new DefinitionProblem(
                field.access().place(),
                "it has an initializer, which overwrites the blocks that the platform makes and loads",
                "Take the initializer away; lists are there, and so are the blocks that there must be"));
      }
    }
  }
}
