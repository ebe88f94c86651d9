package io.orchestrator4j.server.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** Where a property was set, in words for a message. */
final class Place {

  private Place() {}

  static String of(@Nullable ConfigurationProperty property) {
    return property == null || property.getOrigin() == null
        ? ""
        : " (%s)".formatted(property.getOrigin());
  }
}
