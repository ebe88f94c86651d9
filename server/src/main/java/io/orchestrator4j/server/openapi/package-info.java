/**
 * The description of the REST side as OpenAPI, and the page that shows it, both from the jar. Reads the routes of all
 * features from their handlers; imports none of them.
 */
@NullMarked
package io.orchestrator4j.server.openapi;

import org.jspecify.annotations.NullMarked;
