package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Searchable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A switch in a rack, with its ports. */
@ProductBlock("Switch")
public final class SwitchBlock extends ProductBlockModel {

  /** How many ports it has. */
  static final int PORTS = 4;

  @Searchable
  public String switchName;

  public int unit;
  public String vendor;
  public @Nullable String address;
  public List<PortBlock> ports;
}
