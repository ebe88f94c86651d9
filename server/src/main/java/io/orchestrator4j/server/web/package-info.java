/**
 * What every part of the HTTP side needs: error bodies in the wire's forms, request bodies read once and with a limit,
 * and the guard that decides from where a browser may call. Knows no feature and no workflow.
 */
@NullMarked
package io.orchestrator4j.server.web;

import org.jspecify.annotations.NullMarked;
