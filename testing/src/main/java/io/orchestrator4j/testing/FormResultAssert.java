package io.orchestrator4j.testing;

import io.orchestrator4j.form.field.FieldError;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a test demands of a form. */
public final class FormResultAssert extends AbstractAssert<FormResultAssert, FormResult> {

  FormResultAssert(FormResult actual) {
    super(actual, FormResultAssert.class);
  }

  /** It asks for one more page, with these fields in this order and no others. */
  public FormResultAssert asks(String... fields) {
    List<String> found = List.copyOf(actual.schema().path("properties").propertyNames());
    if (!found.equals(List.of(fields))) {
      failWithMessage("Expected a page with the fields %s, found %s", List.of(fields), actual);
    }
    return this;
  }

  /** The page that it asks for has this title. */
  public FormResultAssert hasTitle(String title) {
    String found = actual.schema().path("title").asString("");
    if (!found.equals(title)) {
      failWithMessage("Expected the page '%s', found %s", title, actual);
    }
    return this;
  }

  /** The field of the page that it asks for is a choice of these labels, in this order. */
  public FormResultAssert offers(String field, String... labels) {
    List<String> found = actual.labels(field);
    if (!found.equals(List.of(labels))) {
      failWithMessage(
          "Expected the field %s to offer %s, found %s", field, List.of(labels), actual);
    }
    return this;
  }

  /** It refuses the answer of this field, in words that have this among others; the page's own are of {@code __root__}. */
  public FormResultAssert refuses(String field, String part) {
    if (actual.errors().stream().noneMatch(error -> says(error, field, part))) {
      failWithMessage(
          "Expected the field %s to be refused with '%s', found %s", field, part, actual);
    }
    return this;
  }

  /** All its pages are filled in as they should be. */
  public FormResultAssert isComplete() {
    var _ = actual.state();
    return this;
  }

  /** The complete form leaves this value in the State; it is compared as it is stored. */
  public FormResultAssert hasState(String key, @Nullable Object value) {
    String complaint = StoredValue.complaint(actual.state(), key, value);
    if (complaint != null) {
      failWithMessage("%s", complaint);
    }
    return this;
  }

  private static boolean says(FieldError error, String field, String part) {
    return !error.path().isEmpty()
        && error.path().getFirst().equals(field)
        && error.message().contains(part);
  }
}
