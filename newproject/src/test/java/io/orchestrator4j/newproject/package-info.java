/** New projects, as their authors get them. */
package io.orchestrator4j.newproject;
