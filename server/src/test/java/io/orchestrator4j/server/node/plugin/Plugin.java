package io.orchestrator4j.server.node.plugin;

import io.orchestrator4j.server.node.application.Application;
import io.orchestrator4j.workflow.Workflows;

/** Workflows of a jar that the application does not scan. */
@Workflows
record Plugin(Application.Client client) {}
