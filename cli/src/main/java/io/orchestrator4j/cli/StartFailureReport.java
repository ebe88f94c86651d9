package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.Terminal;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the server cannot start, and what to do, without log lines and stack traces around it. */
final class StartFailureReport implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    Terminal terminal = Terminal.standard();
    terminal.complain("Cannot start: " + analysis.getDescription());
    if (analysis.getAction() != null) {
      terminal.complain(analysis.getAction());
    }
  }
}
