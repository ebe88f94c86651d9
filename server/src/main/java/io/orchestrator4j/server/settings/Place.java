package io.orchestrator4j.server.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where a property was set, in words for a message. */
final class Place {

  private Place() {}

  static String of(@Nullable ConfigurationProperty property) {
    return property == null || property.getOrigin() == null
        ? ""
        : " (%s)".formatted(property.getOrigin());
  }

  /** The same for a table. */
  static String inWords(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    return switch (origin) {
      case null -> "set";
      case SystemEnvironmentOrigin variable -> "variable " + variable.getProperty();
      case PropertySourceOrigin source
      when source.getPropertySource() instanceof CommandLinePropertySource<?> -> "option";
      case PropertySourceOrigin source
      when source.getPropertySource() instanceof SystemEnvironmentPropertySource ->
        "variable " + source.getPropertyName();
      default -> origin.toString();
    };
  }
}
