package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.settings.WrongSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BindingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"orchestrator.web.address=0.0.0.0", "server.address=0.0.0.0", "server.address="})
  void listeningToOthersNeedsAnExplicitWord(String setting) {
    assertThatThrownBy(() -> TestingServer.start(EchoApplication.class, setting))
        .hasRootCauseInstanceOf(WrongSettings.class)
        .rootCause()
        .hasMessageContaining("all addresses")
        .hasMessageContaining("orchestrator.web.insecure-remote-access=true");
  }

  @Test
  void withTheWordItListensToOthers() {
    try (TestingServer server = TestingServer.start(
        EchoApplication.class,
        "orchestrator.web.address=0.0.0.0",
        "orchestrator.web.insecure-remote-access=true")) {
      assertThat(server.get("/api/echo").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "portal.example.org", "https://portal.example.org/path", "null"})
  void aListedOriginMustBeAnOrigin(String origin) {
    assertThatThrownBy(() -> TestingServer.start(
            EchoApplication.class, "orchestrator.web.allowed-origins=" + origin))
        .rootCause()
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("expected an origin such as https://portal.example.org");
  }
}
