package io.orchestrator4j.remodelled;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose product was changed since its last migration. */
@SpringBootApplication
public class Remodelled {

  @ProductBlock(value = "BulbBlock", tag = "BB", description = "a bulb")
  static class BulbBlock extends ProductBlockModel {
    public String colour;
  }

  /** It had a street, which is a place now, and a paint, which nobody needs. */
  @ProductBlock(value = "LanternBlock", tag = "LB", description = "a lantern")
  static class LanternBlock extends ProductBlockModel {
    public String place;

    @NotNull(groups = Active.class)
    public Integer power;

    public List<BulbBlock> bulbs;
  }

  @ProductType("Lantern")
  @Product(name = "Lantern", tag = "LAN", description = "A lantern", fixed = "height=4")
  static class Lantern extends SubscriptionModel {
    @FixedInput
    public int height;

    public LanternBlock lantern;
  }
}
