package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port of a switch. */
@ProductBlock("Port")
public final class PortBlock extends ProductBlockModel {

  public String portName;
  public int speed;
  public boolean reserved;
  public @Nullable String remark;
  public List<Integer> vlans;
}
