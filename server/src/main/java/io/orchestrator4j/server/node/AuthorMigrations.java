package io.orchestrator4j.server.node;

import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.migration.MigrationRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The migrations of an application: classes that extend {@link Migration} in the authors' packages, and pairs of texts
 * {@code migrations/V20261123_1200__AddUsers.up.sql} and {@code .down.sql} on the class path.
 */
final class AuthorMigrations {

  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";

  private AuthorMigrations() {}

  /**
   * Finds them.
   *
   * @throws MigrationRefused if one of them cannot be read, or they have no order
   */
  static MigrationLine scan(BeanFactory beans, Environment environment, ResourceLoader resources) {
    List<KnownMigration> found = new ArrayList<>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
    scanner.setResourceLoader(resources);
    scanner.addIncludeFilter(new AssignableTypeFilter(Migration.class));
    AuthorPackages.of(beans, resources).stream()
        .flatMap(place -> scanner.findCandidateComponents(place).stream())
        .map(definition -> String.valueOf(definition.getBeanClassName()))
        .distinct()
        .sorted()
        .map(name -> ClassUtils.resolveClassName(name, AuthorPackages.loader(resources)))
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .forEach(type -> found.add(KnownMigration.of(type.asSubclass(Migration.class))));
    try {
      var finder = new PathMatchingResourcePatternResolver(resources);
      for (Resource up : finder.getResources("classpath*:migrations/*" + UP)) {
        found.add(pair(up));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The application's migrations in SQL cannot be read", e);
    }
    return MigrationLine.of(found);
  }

  private static KnownMigration pair(Resource up) throws IOException {
    String file = String.valueOf(up.getFilename());
    String name = file.substring(0, file.length() - UP.length());
    Resource down = up.createRelative(name + DOWN);
    return KnownMigration.ofSql(name, text(up), down.exists() ? text(down) : "");
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }
}
