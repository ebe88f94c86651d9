/** What fields and workflows are called in the languages of people. Knows nothing of forms. */
@NullMarked
package io.orchestrator4j.translation;

import org.jspecify.annotations.NullMarked;
