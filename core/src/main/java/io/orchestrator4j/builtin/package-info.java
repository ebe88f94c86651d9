/**
 * The workflows that come with the platform, written as any author would write them.
 */
@NullMarked
package io.orchestrator4j.builtin;

import org.jspecify.annotations.NullMarked;
