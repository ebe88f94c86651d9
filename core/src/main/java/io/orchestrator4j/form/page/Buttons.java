package io.orchestrator4j.form.page;

/** The words on the buttons below a page; an empty one leaves them to the client. */
public record Buttons(String previous, String next) {}
