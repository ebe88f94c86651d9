package io.orchestrator4j.scanned.plugin;

import io.orchestrator4j.scanned.application.Application;
import io.orchestrator4j.workflow.Workflows;

/** Workflows of a jar that the application does not scan. */
@Workflows
record Plugin(Application.Client client) {}
