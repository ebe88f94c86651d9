package io.orchestrator4j.chaos.counter;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Unique;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** What a counter knows. */
@NullUnmarked // the platform fills the fields
@ProductBlock(value = "CounterBlock", tag = "CB", description = "What a counter knows")
public class CounterBlock extends ProductBlockModel {

  /** How many steps have changed the subscription. */
  public int count;

  /** Its place, which no other living counter has. */
  @Unique
  @NotNull(groups = Active.class)
  public Integer place;

  /** In an order that matters. */
  public List<PartBlock> parts;
}
