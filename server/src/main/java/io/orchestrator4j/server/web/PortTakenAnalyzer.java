package io.orchestrator4j.server.web;

import io.orchestrator4j.server.settings.Settings;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do about a taken port in our words. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
    return new FailureAnalysis(
        "Port %d is taken by another program".formatted(cause.getPort()),
        "Stop the program that listens there, or choose another port with %s"
            .formatted(Settings.WEB_PORT.name()),
        cause);
  }
}
