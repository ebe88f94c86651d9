package io.orchestrator4j.workflow;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a method that the author wrote ({@code this::askGroup}), as the chain takes it: one
 * functional interface per number of parameters, for methods that return something and for those
 * that return nothing. They are serializable so that the method behind a reference can be found
 * again ({@link AuthorMethod}); nothing is ever serialized.
 */
public sealed interface MethodReference extends Serializable {

  /** A method of 0 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning0<R extends @Nullable Object> extends MethodReference {
    R call() throws Exception;
  }

  /** A method of 0 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void0 extends MethodReference {
    void call() throws Exception;
  }

  /** A method of 1 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning1<A, R extends @Nullable Object> extends MethodReference {
    R call(A a) throws Exception;
  }

  /** A method of 1 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void1<A> extends MethodReference {
    void call(A a) throws Exception;
  }

  /** A method of 2 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning2<A, B, R extends @Nullable Object> extends MethodReference {
    R call(A a, B b) throws Exception;
  }

  /** A method of 2 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void2<A, B> extends MethodReference {
    void call(A a, B b) throws Exception;
  }

  /** A method of 3 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning3<A, B, C, R extends @Nullable Object> extends MethodReference {
    R call(A a, B b, C c) throws Exception;
  }

  /** A method of 3 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void3<A, B, C> extends MethodReference {
    void call(A a, B b, C c) throws Exception;
  }

  /** A method of 4 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning4<A, B, C, D, R extends @Nullable Object> extends MethodReference {
    R call(A a, B b, C c, D d) throws Exception;
  }

  /** A method of 4 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void4<A, B, C, D> extends MethodReference {
    void call(A a, B b, C c, D d) throws Exception;
  }

  /** A method of 5 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning5<A, B, C, D, E, R extends @Nullable Object>
      extends MethodReference {
    R call(A a, B b, C c, D d, E e) throws Exception;
  }

  /** A method of 5 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void5<A, B, C, D, E> extends MethodReference {
    void call(A a, B b, C c, D d, E e) throws Exception;
  }

  /** A method of 6 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning6<A, B, C, D, E, F, R extends @Nullable Object>
      extends MethodReference {
    R call(A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A method of 6 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void6<A, B, C, D, E, F> extends MethodReference {
    void call(A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A method of 7 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning7<A, B, C, D, E, F, G, R extends @Nullable Object>
      extends MethodReference {
    R call(A a, B b, C c, D d, E e, F f, G g) throws Exception;
  }

  /** A method of 7 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void7<A, B, C, D, E, F, G> extends MethodReference {
    void call(A a, B b, C c, D d, E e, F f, G g) throws Exception;
  }

  /** A method of 8 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning8<A, B, C, D, E, F, G, H, R extends @Nullable Object>
      extends MethodReference {
    R call(A a, B b, C c, D d, E e, F f, G g, H h) throws Exception;
  }

  /** A method of 8 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void8<A, B, C, D, E, F, G, H> extends MethodReference {
    void call(A a, B b, C c, D d, E e, F f, G g, H h) throws Exception;
  }

  /** A method of 9 parameters that returns something. */
  @FunctionalInterface
  non-sealed interface Returning9<A, B, C, D, E, F, G, H, I, R extends @Nullable Object>
      extends MethodReference {
    R call(A a, B b, C c, D d, E e, F f, G g, H h, I i) throws Exception;
  }

  /** A method of 9 parameters that returns nothing. */
  @FunctionalInterface
  non-sealed interface Void9<A, B, C, D, E, F, G, H, I> extends MethodReference {
    void call(A a, B b, C c, D d, E e, F f, G g, H h, I i) throws Exception;
  }
}
