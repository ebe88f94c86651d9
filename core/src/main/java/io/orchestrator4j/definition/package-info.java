/**
 * What is wrong with what an author defined: products, workflows, pages. Found at start, all of it at once. Knows
 * nothing of any of them.
 */
@NullMarked
package io.orchestrator4j.definition;

import org.jspecify.annotations.NullMarked;
