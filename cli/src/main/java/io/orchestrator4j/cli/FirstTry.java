package io.orchestrator4j.cli;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.ProductTypes;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The workflow that somebody tries first: one that creates something, if there is one that needs nothing to be there before. */
final class FirstTry {

  private FirstTry() {}

  static Optional<WorkflowDefinition> of(Collection<WorkflowDefinition> workflows) {
    return workflows.stream()
        .min(Comparator.comparing(WorkflowDefinition::isTask)
            .thenComparing(workflow -> workflow.target() != Target.CREATE)
            .thenComparing(FirstTry::needsOthers));
  }

  private static boolean needsOthers(WorkflowDefinition workflow) {
    return workflow.productTypes() instanceof ProductTypes.Of(var classes)
        && classes.stream().anyMatch(FirstTry::sharesBlocks);
  }

  private static boolean sharesBlocks(Class<? extends SubscriptionModel> type) {
    return type.isAnnotationPresent(ProductType.class)
        && sharesBlocks(ProductTypeDefinition.of(type).blockFields(), new HashSet<>());
  }

  private static boolean sharesBlocks(List<FieldDefinition.Blocks> fields, Set<Class<?>> seen) {
    for (FieldDefinition.Blocks field : fields) {
      if (field.ownership() == FieldDefinition.Ownership.SHARED) {
        return true;
      }
      for (Class<?> type : field.types()) {
        if (seen.add(type)
            && type.isAnnotationPresent(ProductBlock.class)
            && sharesBlocks(
                BlockDefinition.of(type.asSubclass(ProductBlockModel.class)).blockFields(), seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
