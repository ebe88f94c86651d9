package io.orchestrator4j.workflow;

/** What is asked before a process starts. */
public sealed interface StartForm {

  /** What the author's form method asks. */
  record Author(AuthorMethod method) implements StartForm {}

  /** Shows the subscription and asks for no more than that the page is submitted. */
  record Confirmation() implements StartForm {}
}
