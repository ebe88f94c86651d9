package io.orchestrator4j.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.server.TestingServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What an operator sees when the server cannot start. */
final class StartTest {

  @SpringBootApplication
  static class Application {}

  @Test
  void aMisspeltKeyInAFileEndsTheStartWithItsPlaceAndTheRightOne(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("application.yaml"), """
        orchestrator:
          web:
            alowed-hosts: [a]
          limits:
            body: 1 elephant
        """);

    String output = failingStart("spring.config.location=" + file.toUri());

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("orchestrator.web.alowed-hosts[0]")
        .contains("application.yaml")
        .contains("3:20) is no setting; the nearest is orchestrator.web.allowed-hosts")
        .contains("orchestrator.limits.body is \"1 elephant\"")
        .contains("5:11): expected a size such as 20MB")
        .doesNotContain("\tat ");
  }

  @Test
  void aTakenPortEndsTheStartWithTheSettingToChange() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String output = failingStart("orchestrator.web.port=" + taken.getLocalPort());

      assertThat(output)
          .contains("Port %d is taken by another program".formatted(taken.getLocalPort()))
          .contains("orchestrator.web.port");
    }
  }

  private static String failingStart(String setting) {
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> TestingServer.start(Application.class, setting)).isNotNull();
    } finally {
      System.setOut(before);
    }
    return output.toString(StandardCharsets.UTF_8);
  }
}
