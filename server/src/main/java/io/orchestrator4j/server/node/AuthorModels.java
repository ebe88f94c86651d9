package io.orchestrator4j.server.node;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The classes marked {@link ProductType} and {@link ProductBlock} in the authors' packages. They are no beans. */
record AuthorModels(
    List<Class<? extends SubscriptionModel>> productTypes,
    List<Class<? extends ProductBlockModel>> blocks) {

  AuthorModels {
    productTypes = List.copyOf(productTypes);
    blocks = List.copyOf(blocks);
  }

  /**
   * Finds them.
   *
   * @throws DefinitionException if a class is marked and does not extend what it should
   */
  static AuthorModels scan(BeanFactory beans, Environment environment, ResourceLoader resources) {
    Search search = new Search(environment, resources, AuthorPackages.of(beans, resources));
    AuthorModels found = new AuthorModels(
        search.marked(ProductType.class, SubscriptionModel.class),
        search.marked(ProductBlock.class, ProductBlockModel.class));
    if (!search.problems.isEmpty()) {
      throw new DefinitionException(search.problems);
    }
    return found;
  }

  /** What is searched, and what is wrong with what was found. */
  private static final class Search {

    private final Environment environment;
    private final ResourceLoader resources;
    private final Set<String> packages;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    Search(Environment environment, ResourceLoader resources, Set<String> packages) {
      this.environment = environment;
      this.resources = resources;
      this.packages = packages;
    }

    <M> List<Class<? extends M>> marked(Class<? extends Annotation> mark, Class<M> model) {
      AnyClass scanner = new AnyClass(environment);
      scanner.setResourceLoader(resources);
      scanner.addIncludeFilter(new AnnotationTypeFilter(mark));
      List<Class<? extends M>> found = new ArrayList<>();
      packages.stream()
          .flatMap(place -> scanner.findCandidateComponents(place).stream())
          .map(definition -> String.valueOf(definition.getBeanClassName()))
          .distinct()
          .sorted()
          .map(name -> ClassUtils.resolveClassName(name, AuthorPackages.loader(resources)))
          .forEach(type -> {
            if (model.isAssignableFrom(type)) {
              found.add(type.asSubclass(model));
            } else {
              problems.add(new DefinitionProblem(
                  type.getSimpleName(),
                  "it is marked @%s and does not extend %s"
                      .formatted(mark.getSimpleName(), model.getSimpleName()),
                  "Extend it, or take the mark away"));
            }
          });
      return found;
    }
  }

  /** A scanner that passes over nothing: a class of which no object can be made is to be named, not overlooked. */
  private static final class AnyClass extends ClassPathScanningCandidateComponentProvider {

    AnyClass(Environment environment) {
      super(false, environment);
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
      return true;
    }
  }
}
