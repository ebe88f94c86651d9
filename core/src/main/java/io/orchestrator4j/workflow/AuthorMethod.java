package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A method of the author's, found behind a method reference, and the object to call it on.
 *
 * @param bean the object; null for a static method
 * @param method the method, made accessible
 */
public record AuthorMethod(@Nullable Object bean, Method method) {

  /**
   * Finds the method behind a reference.
   *
   * @throws DefinitionProblem if it is a lambda, a reference without an object, or a method that
   *     cannot be a step
   */
  static AuthorMethod of(MethodReference reference) {
    SerializedLambda lambda = serialized(reference);
    String place = simpleName(lambda.getImplClass()) + "." + lambda.getImplMethodName();
    if (lambda.getImplMethodName().startsWith("lambda$")) {
      throw new DefinitionProblem(
          simpleName(lambda.getCapturingClass()),
          "the chain contains a lambda, and the journal needs a step's name",
          "Write the code into a method marked @Step and name it by reference, as in this::createGroup");
    }
    Object bean = lambda.getCapturedArgCount() == 0 ? null : lambda.getCapturedArg(0);
    if (bean == null && lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic) {
      throw new DefinitionProblem(
          place,
          "the reference has no object to call the method on",
          "Write it with an object, as in helper::%s or this::%s"
              .formatted(lambda.getImplMethodName(), lambda.getImplMethodName()));
    }
    return new AuthorMethod(bean, accessible(find(lambda, reference, bean, place), place));
  }

  /** Where the method is, for people: {@code UserGroupWorkflows.askGroup}. */
  public String place() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /**
   * Calls the method.
   *
   * @throws Exception whatever the method throws
   */
  public @Nullable Object call(@Nullable Object... arguments) throws Exception {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case Exception thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw e;
      }
    }
  }

  static DefinitionProblem tooManyParameters(MethodReference method) {
    return new DefinitionProblem(
        of(method).place(),
        "it has nine parameters, and a step takes at most eight",
        "Take the page record, or the State, instead of single keys");
  }

  private static SerializedLambda serialized(MethodReference reference) {
    try {
      return OnceType.serialized(reference);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new DefinitionProblem(
          reference.getClass().getName(),
          "it is a class of its own instead of a method reference",
          "Write the code into a method and name it by reference, as in this::createGroup");
    }
  }

  private static Method find(
      SerializedLambda lambda, MethodReference reference, @Nullable Object bean, String place) {
    ClassLoader loader = reference.getClass().getClassLoader();
    MethodType type =
        MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
    Class<?> start = bean == null ? type(lambda.getImplClass(), loader) : bean.getClass();
    for (Class<?> owner = start; owner != null; owner = owner.getSuperclass()) {
      try {
        Method method = owner.getDeclaredMethod(lambda.getImplMethodName(), type.parameterArray());
        if (!method.isBridge()) {
          return method;
        }
      } catch (NoSuchMethodException _) {
        // it may be inherited
      }
    }
    return inherited(lambda, type, start, place);
  }

  private static Method inherited(
      SerializedLambda lambda, MethodType type, Class<?> start, String place) {
    try {
      return start.getMethod(lambda.getImplMethodName(), type.parameterArray());
    } catch (NoSuchMethodException _) {
      throw new DefinitionProblem(
          place,
          "the method was not found on " + start.getName(),
          "Declare it in the class that names it");
    }
  }

  private static Class<?> type(String internalName, ClassLoader loader) {
    return MethodType.fromMethodDescriptorString("()L" + internalName + ";", loader)
        .returnType();
  }

  private static Method accessible(Method method, String place) {
    if (method.getTypeParameters().length > 0 || method.isVarArgs()) {
      throw new DefinitionProblem(
          place,
          "it is a generic or variable-arity method, whose parameters have no fixed types",
          "Declare the parameters that the step needs, each with its type");
    }
    boolean overloaded = Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .anyMatch(other -> !other.isSynthetic()
            && !other.equals(method)
            && other.getName().equals(method.getName()));
    if (overloaded) {
      throw new DefinitionProblem(
          place,
          "there are several methods of this name, so the journal could not tell them apart",
          "Give each its own name");
    }
    if (!Arrays.stream(method.getParameters()).allMatch(parameter -> parameter.isNamePresent())) {
      throw new DefinitionProblem(
          place,
          "its parameters have no names, which is how they are found in the State",
          "Compile with -parameters: <parameters>true</parameters> for maven-compiler-plugin,"
              + " options.compilerArgs.add(\"-parameters\") for Gradle");
    }
    if (!Modifier.isStatic(method.getModifiers()) || !Modifier.isPublic(method.getModifiers())) {
      method.setAccessible(true);
    }
    return method;
  }

  private static String simpleName(String internalName) {
    return internalName.substring(
        Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
  }
}
