/** Says that this server is there, and whether it can work. Knows no feature. */
@NullMarked
package io.orchestrator4j.server.health;

import org.jspecify.annotations.NullMarked;
