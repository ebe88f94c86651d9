/** Holds the documentation to the code. */
package io.orchestrator4j.docs;
