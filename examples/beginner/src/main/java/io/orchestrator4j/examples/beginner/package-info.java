/** An author's application, as small as one can be that does something: groups are created in a directory. */
@NullMarked
package io.orchestrator4j.examples.beginner;

import org.jspecify.annotations.NullMarked;
