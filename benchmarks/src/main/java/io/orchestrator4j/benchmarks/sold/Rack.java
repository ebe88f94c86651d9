package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.List;

/** A rack of switches: a subscription of as many blocks as one likes. */
@ProductType("Rack")
@Product(name = Rack.PRODUCT, tag = "RACK", description = "Switches in a rack")
public final class Rack extends SubscriptionModel {

  /** The name of the product. */
  public static final String PRODUCT = "Rack";

  public List<SwitchBlock> switches;

  /** Puts switches with their ports into it until it has so many blocks; the last switch may have fewer ports. */
  public void fill(int blocks) {
    for (int i = 0; i < blocks; i++) {
      int place = i % (SwitchBlock.PORTS + 1);
      if (place == 0) {
        switches.add(newSwitch(switches.size() + 1));
      } else {
        switches.getLast().ports.add(newPort(place));
      }
    }
  }

  private static SwitchBlock newSwitch(int unit) {
    SwitchBlock fresh = new SwitchBlock();
    fresh.switchName = "switch %03d".formatted(unit);
    fresh.unit = unit;
    fresh.vendor = "a vendor of switches";
    return fresh;
  }

  private static PortBlock newPort(int number) {
    PortBlock fresh = new PortBlock();
    fresh.portName = "1/0/" + number;
    fresh.speed = 10_000;
    fresh.vlans = List.of(100 + number, 200 + number);
    return fresh;
  }
}
