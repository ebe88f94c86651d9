/**
 * The catalogue over REST, as the wire has it: products, blocks, resource types and workflows, read and described.
 * Translates between HTTP and the catalogue, and decides nothing itself.
 */
@NullMarked
package io.orchestrator4j.server.product;

import org.jspecify.annotations.NullMarked;
