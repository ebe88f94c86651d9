/**
 * Pages between their definition and the moment when they are asked: what components declare, what rules said of them,
 * and the fields that both make together. Not for authors. Knows how records are read, but neither the annotations of
 * authors nor the objects on which they say their rules.
 */
@NullMarked
package io.orchestrator4j.form.page;

import org.jspecify.annotations.NullMarked;
