package io.orchestrator4j.server.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds {@code orchestrator.*} keys that no setting has: a misspelt key must not silently mean the default. */
final class UnknownKeys {

  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of("orchestrator");
  private static final String VARIABLE_PREFIX = "ORCHESTRATOR_";
  private static final Pattern LIST_INDEX = Pattern.compile("(_\\d+)+_?$");

  /** By this one the commands that call a server find it; it is no matter of the server's own. */
  private static final String OF_COMMANDS = "ORCHESTRATOR_URL";

  /** Kubernetes sets these in every container next to a service that is called "orchestrator". */
  private static final Pattern OF_KUBERNETES = Pattern.compile(
      "ORCHESTRATOR_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  private final List<Setting<?>> table;

  UnknownKeys(List<Setting<?>> table) {
    this.table = table;
  }

  /** One complaint for each unknown key. */
  List<String> in(ConfigurableEnvironment environment) {
    List<String> complaints = new ArrayList<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
        variables(variables, complaints);
      } else if (source instanceof IterableConfigurationPropertySource keys) {
        keys(keys, complaints);
      }
    }
    return complaints.stream().distinct().toList();
  }

  private void keys(IterableConfigurationPropertySource source, List<String> complaints) {
    for (ConfigurationPropertyName key : source) {
      if (PREFIX.isAncestorOf(key) && table.stream().noneMatch(setting -> names(key, setting))) {
        complaints.add("%s%s is no setting; the nearest is %s"
            .formatted(
                key, Place.of(source.getConfigurationProperty(key)), nearest(key.toString())));
      }
    }
  }

  private static boolean names(ConfigurationPropertyName key, Setting<?> setting) {
    ConfigurationPropertyName plain =
        setting.isList() && key.isLastElementIndexed() ? key.getParent() : key;
    return plain.equals(ConfigurationPropertyName.of(setting.name()));
  }

  private void variables(SystemEnvironmentPropertySource source, List<String> complaints) {
    for (String variable : source.getPropertyNames()) {
      String upper = variable.toUpperCase(Locale.ROOT);
      if (upper.startsWith(VARIABLE_PREFIX)
          && table.stream().noneMatch(setting -> names(upper, setting))
          && !upper.equals(OF_COMMANDS)
          && !OF_KUBERNETES.matcher(upper).matches()) {
        complaints.add("The environment variable %s is no setting; the nearest is %s"
            .formatted(variable, nearestVariable(upper)));
      }
    }
  }

  private static boolean names(String variable, Setting<?> setting) {
    String plain = setting.isList() ? LIST_INDEX.matcher(variable).replaceFirst("") : variable;
    // Spring Boot reads both: the dash as nothing and, from older versions, as an underscore
    return plain.equals(setting.variable())
        || plain.equals(setting.name().toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'));
  }

  private String nearest(String key) {
    return closest(key, table.stream().map(Setting::name).toList());
  }

  private String nearestVariable(String variable) {
    return closest(variable, table.stream().<String>map(Setting::variable).toList());
  }

  private static String closest(String found, List<String> right) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return right.stream()
        .min(Comparator.comparing(name -> distance.apply(found, name)))
        .orElseThrow();
  }
}
