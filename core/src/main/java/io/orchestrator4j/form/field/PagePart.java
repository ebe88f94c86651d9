package io.orchestrator4j.form.field;

/** Something on a page: a field, or what is only shown. */
public sealed interface PagePart permits InputField, ShownField {

  /** Its name in Java. */
  String component();

  /** Its name elsewhere. */
  String key();
}
