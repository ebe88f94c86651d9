package io.orchestrator4j.workflow;

import io.orchestrator4j.workflow.MethodReference.Returning0;
import io.orchestrator4j.workflow.MethodReference.Returning1;
import io.orchestrator4j.workflow.MethodReference.Returning2;
import io.orchestrator4j.workflow.MethodReference.Returning3;
import io.orchestrator4j.workflow.MethodReference.Returning4;
import io.orchestrator4j.workflow.MethodReference.Returning5;
import io.orchestrator4j.workflow.MethodReference.Returning6;
import io.orchestrator4j.workflow.MethodReference.Returning7;
import io.orchestrator4j.workflow.MethodReference.Returning8;
import io.orchestrator4j.workflow.MethodReference.Returning9;
import io.orchestrator4j.workflow.MethodReference.Void0;
import io.orchestrator4j.workflow.MethodReference.Void1;
import io.orchestrator4j.workflow.MethodReference.Void2;
import io.orchestrator4j.workflow.MethodReference.Void3;
import io.orchestrator4j.workflow.MethodReference.Void4;
import io.orchestrator4j.workflow.MethodReference.Void5;
import io.orchestrator4j.workflow.MethodReference.Void6;
import io.orchestrator4j.workflow.MethodReference.Void7;
import io.orchestrator4j.workflow.MethodReference.Void8;
import io.orchestrator4j.workflow.MethodReference.Void9;
import org.jspecify.annotations.Nullable;

/** {@code then} for method references, once per number of parameters; see {@link StepList}. */
// As in MethodFactories: an overload per arity, and lambdas are refused.
@SuppressWarnings("overloads")
public abstract sealed class StepChain permits StepList {

  StepChain() {}

  /** This chain, followed by one more step. */
  public abstract StepList then(WorkflowStep step);

  /** This chain, followed by the step that calls this method. */
  public <R extends @Nullable Object> StepList then(Returning0<R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public StepList then(Void0 method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, R extends @Nullable Object> StepList then(Returning1<A, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A> StepList then(Void1<A> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, R extends @Nullable Object> StepList then(Returning2<A, B, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B> StepList then(Void2<A, B> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, R extends @Nullable Object> StepList then(Returning3<A, B, C, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C> StepList then(Void3<A, B, C> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, R extends @Nullable Object> StepList then(Returning4<A, B, C, D, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D> StepList then(Void4<A, B, C, D> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, R extends @Nullable Object> StepList then(
      Returning5<A, B, C, D, E, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E> StepList then(Void5<A, B, C, D, E> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F, R extends @Nullable Object> StepList then(
      Returning6<A, B, C, D, E, F, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F> StepList then(Void6<A, B, C, D, E, F> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F, G, R extends @Nullable Object> StepList then(
      Returning7<A, B, C, D, E, F, G, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F, G> StepList then(Void7<A, B, C, D, E, F, G> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F, G, H, R extends @Nullable Object> StepList then(
      Returning8<A, B, C, D, E, F, G, H, R> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** As {@link #then(Returning0)}. */
  public <A, B, C, D, E, F, G, H> StepList then(Void8<A, B, C, D, E, F, G, H> method) {
    return then(WorkflowStep.of(AuthorMethod.of(method)));
  }

  /** Refused: see the name of what it returns. */
  public <A, B, C, D, E, F, G, H, I, R extends @Nullable Object>
      MoreThanEightParameters_takeThePageRecordOrState then(
          Returning9<A, B, C, D, E, F, G, H, I, R> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** Refused: see the name of what it returns. */
  public <A, B, C, D, E, F, G, H, I> MoreThanEightParameters_takeThePageRecordOrState then(
      Void9<A, B, C, D, E, F, G, H, I> method) {
    throw AuthorMethod.tooManyParameters(method);
  }
}
