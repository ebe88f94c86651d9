/**
 * Asking people: pages are records, their components are fields, and a form is an ordinary method that asks one page
 * after the other. Here is what authors write, and the replay of several pages; {@code form.page} puts definitions and
 * rules together, {@code form.field} speaks the dialect of the wire. Knows nothing of workflows, processes or HTTP.
 */
@NullMarked
package io.orchestrator4j.form;

import org.jspecify.annotations.NullMarked;
