package io.orchestrator4j.scanned.wrong;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An author's application whose models extend nothing. */
@SpringBootApplication(excludeName = "io.orchestrator4j.server.node.NodeConfiguration")
public class Wrong {

  @ProductType("Nothing")
  static class Nothing {}

  @ProductBlock("Piece")
  abstract static class Piece {}
}
