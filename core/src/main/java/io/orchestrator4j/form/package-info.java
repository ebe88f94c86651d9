/**
 * Asking people: pages are records, their components are fields, and a form is an ordinary method
 * that asks one page after the other. Here are the fields' kinds, conversion and validation, the
 * JSON-schema dialect of the wire, and the replay of several pages. Knows nothing of workflows,
 * processes or HTTP.
 */
@NullMarked
package io.orchestrator4j.form;

import org.jspecify.annotations.NullMarked;
