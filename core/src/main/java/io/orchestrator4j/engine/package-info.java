/**
 * Makes it happen: starts and resumes processes, runs their steps on virtual threads, commits each
 * step whole, and goes on by itself after a crash. {@link io.orchestrator4j.engine.Operations} is the
 * one gate that every way in passes. Knows nothing of HTTP, products or subscriptions.
 */
@NullMarked
package io.orchestrator4j.engine;

import org.jspecify.annotations.NullMarked;
