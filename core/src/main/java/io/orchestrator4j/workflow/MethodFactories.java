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

/**
 * Every static factory that takes a method reference, once per number of parameters. Authors meet
 * them through {@link Steps}.
 */
// An overload per arity is what lets javac pick the right one for an exact method reference;
// the warning is about lambdas, which are refused here anyway.
@SuppressWarnings("overloads")
abstract class MethodFactories {

  MethodFactories() {}

  /** Opens a chain with the form that is asked before the process starts. */
  public static <R extends @Nullable Object> StepList begin(Returning0<R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static StepList begin(Void0 method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, R extends @Nullable Object> StepList begin(Returning1<A, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A> StepList begin(Void1<A> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, R extends @Nullable Object> StepList begin(Returning2<A, B, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B> StepList begin(Void2<A, B> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, R extends @Nullable Object> StepList begin(
      Returning3<A, B, C, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C> StepList begin(Void3<A, B, C> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, R extends @Nullable Object> StepList begin(
      Returning4<A, B, C, D, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D> StepList begin(Void4<A, B, C, D> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, R extends @Nullable Object> StepList begin(
      Returning5<A, B, C, D, E, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E> StepList begin(Void5<A, B, C, D, E> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F, R extends @Nullable Object> StepList begin(
      Returning6<A, B, C, D, E, F, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F> StepList begin(Void6<A, B, C, D, E, F> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F, G, R extends @Nullable Object> StepList begin(
      Returning7<A, B, C, D, E, F, G, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F, G> StepList begin(Void7<A, B, C, D, E, F, G> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F, G, H, R extends @Nullable Object> StepList begin(
      Returning8<A, B, C, D, E, F, G, H, R> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** As {@link #begin(Returning0)}. */
  public static <A, B, C, D, E, F, G, H> StepList begin(Void8<A, B, C, D, E, F, G, H> method) {
    return StepList.opening(AuthorMethod.of(method));
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I, R extends @Nullable Object>
      MoreThanEightParameters_takeThePageRecordOrState begin(
          Returning9<A, B, C, D, E, F, G, H, I, R> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I> MoreThanEightParameters_takeThePageRecordOrState begin(
      Void9<A, B, C, D, E, F, G, H, I> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** Opens the chain of a plain workflow with its form and the builtin step Start. */
  public static <R extends @Nullable Object> StepList init(Returning0<R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static StepList init(Void0 method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, R extends @Nullable Object> StepList init(Returning1<A, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A> StepList init(Void1<A> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, R extends @Nullable Object> StepList init(Returning2<A, B, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B> StepList init(Void2<A, B> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, R extends @Nullable Object> StepList init(Returning3<A, B, C, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C> StepList init(Void3<A, B, C> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, R extends @Nullable Object> StepList init(
      Returning4<A, B, C, D, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D> StepList init(Void4<A, B, C, D> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, R extends @Nullable Object> StepList init(
      Returning5<A, B, C, D, E, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E> StepList init(Void5<A, B, C, D, E> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F, R extends @Nullable Object> StepList init(
      Returning6<A, B, C, D, E, F, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F> StepList init(Void6<A, B, C, D, E, F> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F, G, R extends @Nullable Object> StepList init(
      Returning7<A, B, C, D, E, F, G, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F, G> StepList init(Void7<A, B, C, D, E, F, G> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F, G, H, R extends @Nullable Object> StepList init(
      Returning8<A, B, C, D, E, F, G, H, R> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** As {@link #init(Returning0)}. */
  public static <A, B, C, D, E, F, G, H> StepList init(Void8<A, B, C, D, E, F, G, H> method) {
    return StepList.opening(AuthorMethod.of(method)).then(WorkflowStep.start());
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I, R extends @Nullable Object>
      MoreThanEightParameters_takeThePageRecordOrState init(
          Returning9<A, B, C, D, E, F, G, H, I, R> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I> MoreThanEightParameters_takeThePageRecordOrState init(
      Void9<A, B, C, D, E, F, G, H, I> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** The step that calls this method. */
  public static <R extends @Nullable Object> WorkflowStep step(Returning0<R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static WorkflowStep step(Void0 method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, R extends @Nullable Object> WorkflowStep step(Returning1<A, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A> WorkflowStep step(Void1<A> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, R extends @Nullable Object> WorkflowStep step(Returning2<A, B, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B> WorkflowStep step(Void2<A, B> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, R extends @Nullable Object> WorkflowStep step(
      Returning3<A, B, C, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C> WorkflowStep step(Void3<A, B, C> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, R extends @Nullable Object> WorkflowStep step(
      Returning4<A, B, C, D, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D> WorkflowStep step(Void4<A, B, C, D> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, R extends @Nullable Object> WorkflowStep step(
      Returning5<A, B, C, D, E, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E> WorkflowStep step(Void5<A, B, C, D, E> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F, R extends @Nullable Object> WorkflowStep step(
      Returning6<A, B, C, D, E, F, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F> WorkflowStep step(Void6<A, B, C, D, E, F> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F, G, R extends @Nullable Object> WorkflowStep step(
      Returning7<A, B, C, D, E, F, G, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F, G> WorkflowStep step(Void7<A, B, C, D, E, F, G> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F, G, H, R extends @Nullable Object> WorkflowStep step(
      Returning8<A, B, C, D, E, F, G, H, R> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** As {@link #step(Returning0)}. */
  public static <A, B, C, D, E, F, G, H> WorkflowStep step(Void8<A, B, C, D, E, F, G, H> method) {
    return WorkflowStep.of(AuthorMethod.of(method));
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I, R extends @Nullable Object>
      MoreThanEightParameters_takeThePageRecordOrState step(
          Returning9<A, B, C, D, E, F, G, H, I, R> method) {
    throw AuthorMethod.tooManyParameters(method);
  }

  /** Refused: see the name of what it returns. */
  public static <A, B, C, D, E, F, G, H, I> MoreThanEightParameters_takeThePageRecordOrState step(
      Void9<A, B, C, D, E, F, G, H, I> method) {
    throw AuthorMethod.tooManyParameters(method);
  }
}
