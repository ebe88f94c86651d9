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
  GroupDirectory groupDirectory(DirectoryClient client) {
    return new GroupDirectory(client);
  }

  @Bean
  UserDirectory userDirectory(DirectoryClient client) {
    return new UserDirectory(client);
  }

  @Bean
  @ConditionalOnProperty(URL)
  DirectoryClient directoryClient(@Value("${" + URL + "}") URI url) {
    return new DirectoryClient(url);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = URL, matchIfMissing = true, havingValue = "none")
  static class StandIn {

    @Bean
    DirectoryServer directoryServer() {
      return DirectoryServer.start();
    }

    @Bean
    DirectoryClient directoryClient(DirectoryServer server) {
      return new DirectoryClient(server.url());
    }
  }
}
