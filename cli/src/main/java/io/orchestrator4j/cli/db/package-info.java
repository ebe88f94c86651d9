/**
 * The commands on the database of an application: its schema, its migrations, and how code and database differ. Unlike all
 * others they open the database themselves, since no server may be at work; how is somebody else's business.
 */
@NullMarked
package io.orchestrator4j.cli.db;

import org.jspecify.annotations.NullMarked;
