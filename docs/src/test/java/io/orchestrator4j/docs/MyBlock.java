package io.orchestrator4j.docs;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import jakarta.validation.constraints.NotNull;

/** The block of the guide's smallest product. */
// tag::block
@ProductBlock(value = "MyBlock", tag = "MB", description = "what the user wants")
public class MyBlock extends ProductBlockModel {

  @NotNull(groups = Active.class)
  public String wish;
}
// end::block
