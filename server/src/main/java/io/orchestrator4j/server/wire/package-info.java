/**
 * What several features show in the same way, as the wire has it. Knows no feature, no request, and reads nothing
 * itself.
 */
@NullMarked
package io.orchestrator4j.server.wire;

import org.jspecify.annotations.NullMarked;
