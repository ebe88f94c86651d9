/** Serves what fields and workflows are called in a language. Knows no feature. */
@NullMarked
package io.orchestrator4j.server.translation;

import org.jspecify.annotations.NullMarked;
