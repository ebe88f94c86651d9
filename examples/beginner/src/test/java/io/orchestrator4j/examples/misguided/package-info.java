/** Workflows on the example's products as nobody should write them, and what keeps them from doing harm. */
package io.orchestrator4j.examples.misguided;
