package io.orchestrator4j.server.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints wrong settings as what they are, an operator's matter, instead of a stack trace. */
final class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, WrongSettings cause) {
    return new FailureAnalysis(
        String.join(System.lineSeparator(), cause.complaints()),
        "Correct the configuration (application.yaml, ORCHESTRATOR_* variables, options) and start again",
        cause);
  }
}
