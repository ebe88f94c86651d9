package io.orchestrator4j.server.settings;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How Spring Boot's own settings start out in an orchestrator. They come last, so an application's {@code server.*} or
 * {@code spring.*} wins; what must not be overruled is checked elsewhere.
 */
final class ServerDefaults implements EnvironmentPostProcessor {

  private static final Map<String, Object> DEFAULTS = Map.ofEntries(
      Map.entry("server.address", "${orchestrator.web.address:127.0.0.1}"),
      Map.entry("server.port", "${orchestrator.web.port:8080}"),
      Map.entry("server.shutdown", "graceful"),
      Map.entry("spring.threads.virtual.enabled", "true"),
      // a request's body is read by us alone, whatever its content type says
      Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
      Map.entry("spring.servlet.multipart.enabled", "false"),
      Map.entry("springdoc.api-docs.path", "/api/openapi.json"),
      Map.entry("springdoc.swagger-ui.path", "/api/docs"),
      Map.entry("springdoc.override-with-generic-response", "false"),
      // the page's badge would send the description to a site on the internet
      Map.entry("springdoc.swagger-ui.validator-url", "none"),
      Map.entry("springdoc.swagger-ui.disable-swagger-default-url", "true"));

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("orchestrator4j defaults", DEFAULTS));
  }
}
