/** What begins a project: the files of a new application. */
@NullMarked
package io.orchestrator4j.cli.generate;

import org.jspecify.annotations.NullMarked;
