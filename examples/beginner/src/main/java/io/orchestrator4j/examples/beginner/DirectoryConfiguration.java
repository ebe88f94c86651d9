package io.orchestrator4j.examples.beginner;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory at {@code beginner.directory.url}; without one, the stand-in. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  private static final String URL = "beginner.directory.url";

  @Bean
  @ConditionalOnProperty(URL)
  GroupDirectory directory(@Value("${" + URL + "}") URI url) {
    return new GroupDirectory(url);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = URL, matchIfMissing = true, havingValue = "none")
  static class StandIn {

    @Bean
    DirectoryServer directoryServer() {
      return DirectoryServer.start();
    }

    @Bean
    GroupDirectory directory(DirectoryServer server) {
      return new GroupDirectory(server.url());
    }
  }
}
