package io.orchestrator4j.server.node;

import io.orchestrator4j.workflow.Workflows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Makes beans of all classes marked {@link Workflows}: in the application's packages, and in those that plug-in jars
 * name, one a line, in {@value #PLUG_INS}. A class that is a bean already stays the bean that it is.
 */
final class WorkflowsScan implements BeanDefinitionRegistryPostProcessor {

  static final String PLUG_INS = "META-INF/orchestrator4j/packages";

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
    for (String place : packages(registry)) {
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

  private Set<String> packages(BeanDefinitionRegistry registry) {
    Set<String> packages = new LinkedHashSet<>();
    if (registry instanceof ConfigurableListableBeanFactory factory
        && AutoConfigurationPackages.has(factory)) {
      packages.addAll(AutoConfigurationPackages.get(factory));
    }
    packages.addAll(plugIns());
    return packages;
  }

  private Set<String> plugIns() {
    ClassLoader loader = resources.getClassLoader() == null
        ? WorkflowsScan.class.getClassLoader()
        : resources.getClassLoader();
    Set<String> packages = new LinkedHashSet<>();
    try {
      for (URL list : Collections.list(loader.getResources(PLUG_INS))) {
        try (var reader =
            new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
          reader
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(packages::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A plug-in's list %s cannot be read".formatted(PLUG_INS), e);
    }
    return packages;
  }
}
