package io.orchestrator4j.form.field;

import tools.jackson.databind.JsonNode;

/**
 * What a field takes. Conversion is lenient, as clients of the wire rely on: numbers and truth values may be texts. A
 * value in its stored form converts to itself.
 */
public sealed interface FieldKind
    permits AcceptKind,
        AddressKind,
        ChoiceKind,
        DateKind,
        IdKind,
        ListKind,
        LiteralKind,
        NumberKind,
        RecordKind,
        SecretKind,
        TextKind,
        TimeKind,
        TimestampKind,
        ValueKind,
        YesOrNoKind {

  /** Makes the one form that is stored of what was sent, which is not null. */
  Converted convert(JsonNode sent);

  /** The type in the JSON schema. */
  Schema schema(Definitions definitions);

  /** A stored value as clients get it. */
  default JsonNode shown(JsonNode stored) {
    return stored;
  }

  /** A stored value as people read it. */
  default String words(JsonNode stored) {
    return Words.of(stored);
  }

  /** What was sent, as far as an answer may repeat it. */
  default JsonNode repeatable(JsonNode sent) {
    return sent;
  }
}
