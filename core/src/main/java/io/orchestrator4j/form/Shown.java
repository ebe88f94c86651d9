package io.orchestrator4j.form;

/**
 * What a component can be that is only shown: in an answer it is null, and it never reaches the State.
 */
public sealed interface Shown permits Callout, Divider, Label, Markdown, Summary {}
