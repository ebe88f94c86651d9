package @package@;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A site, as it is sold: by two products, which differ in who looks after it. */
@ProductType("Site")
@Product(
    name = "Site",
    tag = "SITE",
    description = "a site that the customer looks after",
    fixed = "managed=false")
@Product(
    name = "Managed site",
    tag = "SITE_MANAGED",
    description = "a site that we look after",
    fixed = "managed=true")
public class Site extends SubscriptionModel {

  @FixedInput
  public boolean managed;

  public SiteBlock site;

  /** Calls the subscription as people are to read it in lists. */
  void describe() {
    description("%s %s".formatted(managed ? "Managed site" : "Site", site.siteName));
  }
}
