/**
 * A TCP proxy before PostgreSQL that reads enough of its protocol to see commits. Through it nodes are hit at named
 * points without a back door in their code. It knows neither nodes nor faults.
 */
@NullMarked
package io.orchestrator4j.chaos.proxy;

import org.jspecify.annotations.NullMarked;
