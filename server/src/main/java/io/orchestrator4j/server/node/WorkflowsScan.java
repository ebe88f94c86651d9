package io.orchestrator4j.server.node;

import io.orchestrator4j.workflow.Workflows;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Makes beans of all classes marked {@link Workflows} in the authors' packages. A class that is a bean already stays the bean that it is. */
final class WorkflowsScan implements BeanDefinitionRegistryPostProcessor {

  private final Environment environment;
  private final ResourceLoader resources;

  WorkflowsScan(Environment environment, ResourceLoader resources) {
    this.environment = environment;
    this.resources = resources;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
    scanner.setResourceLoader(resources);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Workflows.class));
    Set<String> known = classesOf(registry);
    Set<String> packages =
        registry instanceof BeanFactory beans ? AuthorPackages.of(beans, resources) : Set.of();
    for (String place : packages) {
      for (BeanDefinition found : scanner.findCandidateComponents(place)) {
        String name = String.valueOf(found.getBeanClassName());
        if (known.add(name)) {
          registry.registerBeanDefinition(name, found);
        }
      }
    }
  }

  private static Set<String> classesOf(BeanDefinitionRegistry registry) {
    Set<String> classes = new LinkedHashSet<>();
    if (registry instanceof ConfigurableListableBeanFactory factory) {
      for (String bean : factory.getBeanNamesForAnnotation(Workflows.class)) {
        Class<?> type = factory.getType(bean, false);
        if (type != null) {
          classes.add(type.getName());
        }
      }
    }
    return classes;
  }
}
