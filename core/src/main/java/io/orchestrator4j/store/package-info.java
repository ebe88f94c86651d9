/**
 * The way to PostgreSQL: connections, transactions, the schema and its migrations, and telling a lost
 * connection from a refused statement. Knows no table but Flyway's; each feature has its own SQL.
 */
@NullMarked
package io.orchestrator4j.store;

import org.jspecify.annotations.NullMarked;
