/**
 * What is sold in the benchmarks of subscriptions: racks of many blocks, and lines that use the blocks of sites. Knows
 * no benchmark.
 */
@NullMarked
package io.orchestrator4j.benchmarks.sold;

import org.jspecify.annotations.NullMarked;
