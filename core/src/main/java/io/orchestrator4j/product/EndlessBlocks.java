package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds blocks that would have to be made for ever, since each must own another one. */
final class EndlessBlocks {

  private EndlessBlocks() {}

  static List<DefinitionProblem> in(Collection<BlockDefinition> blocks) {
    List<DefinitionProblem> problems = new ArrayList<>();
    for (BlockDefinition block : blocks) {
      if (reaches(block.type(), block.type(), new HashSet<>())) {
        problems.add(new DefinitionProblem(
            block.type().getSimpleName(),
            "each such block must own another one, so that there is no end",
            "Make a field on the way @Nullable, a list without a minimum, or @Shared"));
      }
    }
    return problems;
  }

  private static boolean reaches(Class<?> from, Class<?> wanted, Set<Class<?>> seen) {
    for (FieldDefinition.Blocks field :
        BlockDefinition.of(from.asSubclass(ProductBlockModel.class)).blockFields()) {
      if (field.isMade()) {
        Class<?> next = field.types().getFirst();
        if (next == wanted || (seen.add(next) && reaches(next, wanted, seen))) {
          return true;
        }
      }
    }
    return false;
  }
}
