/**
 * A page as it is asked at this moment: its fields, what each takes, their schema in the wire's dialect, and what was
 * answered, converted and checked. Not for authors. Knows nothing of their records, annotations and rules, which
 * reach it as values and functions.
 */
@NullMarked
package io.orchestrator4j.form.field;

import org.jspecify.annotations.NullMarked;
