package io.orchestrator4j.translation;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/** A file of translations cannot be read. */
public final class BrokenTranslations extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenTranslations(URL file, @Nullable String reason) {
    super("The translations in %s cannot be read: %s. Correct the file.".formatted(file, reason));
  }
}
