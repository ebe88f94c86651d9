package io.orchestrator4j.form.field;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/**
 * A point in time, as text.
 *
 * @param local without an offset
 */
public record TimeKind(boolean local) implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    if (!sent.isNumber() && !sent.isString()) {
      return Converted.wrong("datetime_type", "Input should be a valid datetime", sent);
    }
    try {
      return Converted.value(text(
          sent.isNumber() ? Times.ofEpoch(sent) : Times.parse(sent.stringValue().strip())));
    } catch (DateTimeException e) {
      return sent.isNumber()
          ? Converted.wrong(
              "datetime_parsing", "Input should be a valid datetime, " + e.getMessage(), sent)
          : Converted.wrong(
              "datetime_from_date_parsing",
              "Input should be a valid datetime or date, "
                  + Times.complaint(sent.stringValue().strip()),
              sent);
    }
  }

  private String text(OffsetDateTime time) {
    return (local ? DateTimeFormatter.ISO_LOCAL_DATE_TIME : DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .format(time);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", "date-time");
  }
}
