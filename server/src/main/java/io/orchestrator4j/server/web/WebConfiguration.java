package io.orchestrator4j.server.web;

import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.value.Json;
import jakarta.servlet.Filter;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires this package into the application's web server. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ErrorAnswers.class, LateErrors.class})
public final class WebConfiguration {

  /** The one mapper; as a bean of its own it is not touched by {@code spring.jackson.*}. */
  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  Neighbourhood neighbourhood(Settings settings, ServerProperties server) {
    return Neighbourhood.of(settings, server.getAddress());
  }

  @Bean
  FilterRegistrationBean<Filter> browserGuard(Neighbourhood neighbourhood) {
    return first(new BrowserGuard(neighbourhood), 0);
  }

  /** Each route is there with and without a slash at its end, without a redirect. */
  @Bean
  FilterRegistrationBean<Filter> bothSlashForms() {
    return first(UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build(), 1);
  }

  @Bean
  FilterRegistrationBean<Filter> apiRole(Settings settings) {
    FilterRegistrationBean<Filter> registration = first(new ApiRole(), 2);
    registration.setEnabled(!settings.value(Settings.NODE_ROLES).contains("api"));
    return registration;
  }

  @Bean
  WebMvcConfigurer orchestratorRoutes(Settings settings) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new JsonBodyResolver(settings.value(Settings.LIMITS_BODY)));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GetIsNotHead());
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> orchestratorTomcat(
      Settings settings, Neighbourhood checkedBeforeTomcatStarts) {
    DataSize limit = settings.value(Settings.LIMITS_BODY);
    return tomcat -> {
      tomcat.addContextCustomizers(context -> {
        if (context.getParent() instanceof StandardHost host) {
          host.setErrorReportValveClass(ProblemValve.class.getName());
        }
      });
      // a body that was refused is still read up to here, so that its sender sees the answer and no
      // broken connection
      tomcat.addConnectorCustomizers(connector ->
          connector.setProperty("maxSwallowSize", Integer.toString((int)
              Math.min(2 * limit.toBytes(), Integer.MAX_VALUE))));
    };
  }

  private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
