/**
 * What can be sold: product types, products, blocks and fixed inputs, read from the author's classes, and the trees
 * that are made of them. Values; no database. What a tree needs from one, its loader hands over as
 * {@link io.orchestrator4j.product.BlockRelations}.
 */
@NullMarked
package io.orchestrator4j.product;

import org.jspecify.annotations.NullMarked;
