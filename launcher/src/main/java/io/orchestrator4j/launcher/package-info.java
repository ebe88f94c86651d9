/**
 * Holds the start script at the root to its word, on machines made for the purpose: a folder with a checkout, a home and
 * the few programs that the script may use. No network, no real JDK, no real Maven.
 */
@NullMarked
package io.orchestrator4j.launcher;

import org.jspecify.annotations.NullMarked;
