package io.orchestrator4j.testing;

import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fills the parameters of test methods with beans of the application; those of constructors Spring fills itself. */
final class BeanParameters implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    if (parameter.getDeclaringExecutable() instanceof Constructor<?> || isSprings(parameter)) {
      return false;
    }
    ResolvableType type =
        ResolvableType.forMethodParameter(MethodParameter.forParameter(parameter.getParameter()));
    return application(extension).getBeanNamesForType(type).length > 0;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return ParameterResolutionDelegate.resolveDependency(
        parameter.getParameter(),
        parameter.getIndex(),
        extension.getRequiredTestClass(),
        application(extension).getAutowireCapableBeanFactory());
  }

  private static boolean isSprings(ParameterContext parameter) {
    return ApplicationContext.class.isAssignableFrom(parameter.getParameter().getType())
        || ParameterResolutionDelegate.isAutowirable(
            parameter.getParameter(), parameter.getIndex());
  }

  private static ApplicationContext application(ExtensionContext extension) {
    return SpringExtension.getApplicationContext(extension);
  }
}
