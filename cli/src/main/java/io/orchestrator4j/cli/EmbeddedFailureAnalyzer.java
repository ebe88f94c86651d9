package io.orchestrator4j.cli;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure;
import io.orchestrator4j.server.settings.Settings;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the embedded PostgreSQL does not start. */
final class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresFailure cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Another folder is chosen with %s, and a database of your own with %s"
            .formatted(Settings.DATABASE_FOLDER.name(), Settings.DATABASE_URL.name()),
        cause);
  }
}
