package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionModel;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a class or record that holds workflows: methods marked {@link CreateWorkflow}, {@link ModifyWorkflow},
 * {@link TerminateWorkflow}, {@link ValidateWorkflow}, {@link ReconcileWorkflow}, {@link Task} or {@link Workflow}.
 * Its constructor's arguments are ordinary beans of the application; it must not be proxied.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface Workflows {

  /**
   * The product types that its workflows belong to: none where it holds tasks only, {@code SubscriptionModel.class} for
   * all of them. A superclass stands for the product types that extend it.
   */
  Class<? extends SubscriptionModel>[] value() default {};
}
