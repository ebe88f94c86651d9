package io.orchestrator4j.form.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import tools.jackson.databind.JsonNode;

/** A date. */
public record DateKind() implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    if (!sent.isNumber() && !sent.isString()) {
      return Converted.wrong("date_type", "Input should be a valid date", sent);
    }
    try {
      return sent.isNumber()
          ? exact(Times.ofEpoch(sent).toLocalDateTime(), sent)
          : parse(sent.stringValue().strip(), sent);
    } catch (DateTimeException e) {
      String complaint = sent.isNumber()
          ? String.valueOf(e.getMessage())
          : Times.complaint(sent.stringValue().strip());
      return Converted.wrong(
          "date_from_datetime_parsing",
          "Input should be a valid date or datetime, " + complaint,
          sent);
    }
  }

  private static Converted parse(String text, JsonNode sent) {
    return Times.isDate(text)
        ? Converted.value(LocalDate.parse(text).toString())
        : exact(Times.parse(text).toLocalDateTime(), sent);
  }

  private static Converted exact(LocalDateTime time, JsonNode sent) {
    return time.toLocalTime().toNanoOfDay() == 0
        ? Converted.value(time.toLocalDate().toString())
        : Converted.wrong(
            "date_from_datetime_inexact",
            "Datetimes provided to dates should have zero time - e.g. be exact dates",
            sent);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", "date");
  }
}
