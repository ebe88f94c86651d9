package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A site, as it is sold. */
@ProductType("Site")
@Product(name = Site.PRODUCT, tag = "SITE", description = "A place where lines end")
public final class Site extends SubscriptionModel {

  /** The name of the product. */
  public static final String PRODUCT = "Site";

  public SiteBlock site;
}
