package io.orchestrator4j.server.node;

import io.orchestrator4j.catalogue.CatalogueMismatch;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.translation.BrokenTranslations;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints what keeps the orchestrator from starting as the one message that it is, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String action = action(cause);
      if (action != null) {
        return new FailureAnalysis(cause.getMessage(), action, cause);
      }
    }
    return null;
  }

  private static @Nullable String action(Throwable cause) {
    return switch (cause) {
      case DefinitionException _ -> "Correct the definitions and start again";
      case BrokenTranslations _ -> "Correct the file and start again";
      case SchemaMismatch _ -> "Start the program that fits the schema, or choose another schema";
      case CatalogueMismatch _ ->
        "Where nobody else writes to the database, orchestrator.catalogue=sync can stay";
      case DatabaseUnreachable _, DatabaseUnavailable _ ->
        "Check orchestrator.database.url, user and password, and that the database runs";
      case StatementRefused _ ->
        "Check that orchestrator.database.user may create and change the schema orchestrator.database.schema";
      default -> null;
    };
  }
}
