/**
 * Processes over REST, as the wire has them: started and resumed page by page, aborted, deleted, noted, read and
 * listed. Translates between HTTP and the engine's gate, and decides nothing itself.
 */
@NullMarked
package io.orchestrator4j.server.process;

import org.jspecify.annotations.NullMarked;
