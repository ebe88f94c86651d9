package @package@;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Searchable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A place where equipment stands. What a status demands is a constraint of its group. */
@ProductBlock(value = "SiteBlock", tag = "SITE", description = "a place where equipment stands")
public class SiteBlock extends ProductBlockModel {

  @NotBlank(groups = Provisioning.class)
  @Searchable
  public String siteName;

  @NotNull(groups = Active.class)
  public String address;

  public @Nullable String contact;
}
