package io.orchestrator4j.workflow;

import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.value.Secrets;
import java.util.Collection;
import java.util.List;

/**
 * What workflows are read with.
 *
 * @param products the product types that the application defines
 * @param appended steps that are added to the workflows of a target, in this order
 * @param forms what their forms are asked with
 * @param secrets what encrypts the secrets that steps and forms leave
 */
public record DefinitionContext(
    DefinedProducts products, List<AppendedSteps> appended, Forms forms, Secrets secrets) {

  public DefinitionContext {
    appended = List.copyOf(appended);
  }

  /** That of an application without product types, whose forms need nothing around them. */
  public static DefinitionContext standard() {
    return new DefinitionContext(
        DefinedProducts.none(), List.of(), new Forms(FormServices.standard()), Secrets.none());
  }

  /** The same with other products. */
  public DefinitionContext withProducts(DefinedProducts other) {
    return new DefinitionContext(other, appended, forms, secrets);
  }

  /** The same with other steps added. */
  public DefinitionContext withAppended(Collection<AppendedSteps> other) {
    return new DefinitionContext(products, List.copyOf(other), forms, secrets);
  }
}
