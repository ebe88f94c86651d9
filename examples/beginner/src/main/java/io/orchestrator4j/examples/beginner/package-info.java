/**
 * An author's application, as small as one can be that sells something: groups of a directory, and users in them. The
 * other system that its workflows talk to is {@code DirectoryServer}, reached over HTTP.
 */
@NullMarked
package io.orchestrator4j.examples.beginner;

import org.jspecify.annotations.NullMarked;
