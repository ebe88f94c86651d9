package io.orchestrator4j.server.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.io.ResourceLoader;

/** Where authors' classes are: the application's packages, and those that plug-in jars name, one a line, in {@value #PLUG_INS}. */
final class AuthorPackages {

  static final String PLUG_INS = "META-INF/orchestrator4j/packages";

  private AuthorPackages() {}

  static Set<String> of(BeanFactory beans, ResourceLoader resources) {
    Set<String> packages = new LinkedHashSet<>();
    if (AutoConfigurationPackages.has(beans)) {
      packages.addAll(AutoConfigurationPackages.get(beans));
    }
    packages.addAll(plugIns(loader(resources)));
    return packages;
  }

  /** The loader that has the authors' classes. */
  static ClassLoader loader(ResourceLoader resources) {
    ClassLoader loader = resources.getClassLoader();
    return loader == null ? AuthorPackages.class.getClassLoader() : loader;
  }

  private static Set<String> plugIns(ClassLoader loader) {
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
