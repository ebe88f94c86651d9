/** The circuits between ports that the guide's page on products sells. */
@NullMarked
package io.orchestrator4j.docs.network;

import org.jspecify.annotations.NullMarked;
