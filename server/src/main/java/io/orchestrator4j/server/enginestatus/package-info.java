/** Whether the engine runs or is paused, and the switch for it. Knows no single process. */
@NullMarked
package io.orchestrator4j.server.enginestatus;

import org.jspecify.annotations.NullMarked;
