/**
 * The PostgreSQL on which everything of one run happens, and what it can tell: settings, counters, statements.
 */
@NullMarked
package io.orchestrator4j.benchmarks.database;

import org.jspecify.annotations.NullMarked;
