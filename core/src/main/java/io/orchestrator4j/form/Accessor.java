package io.orchestrator4j.form;

import io.orchestrator4j.definition.DefinitionProblem;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference to a component of a page, as in {@code CreateNodePage::roleId}; it names a field. */
@FunctionalInterface
public interface Accessor<P, T extends @Nullable Object> extends Serializable {

  /** The component's value. */
  T of(P page);

  /** A reference to a component that is a list. */
  @FunctionalInterface
  interface OfList<P, E> extends Accessor<P, List<E>> {}

  /** The component's name. */
  static String name(Accessor<?, ?> accessor) {
    try {
      Method writeReplace = accessor.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      return ((SerializedLambda) writeReplace.invoke(accessor)).getImplMethodName();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new DefinitionProblem(
          accessor.getClass().getName(),
          "it is no reference to a component",
          "Write it as in CreateNodePage::roleId");
    }
  }
}
