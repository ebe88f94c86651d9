package io.orchestrator4j.form.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page, or a small form inside one, as it is asked now.
 *
 * @param name its class
 * @param title the heading
 * @param checks the rules across its fields: each says what is wrong, or null
 */
public record AskedPage<P>(
    String name,
    String title,
    List<PagePart> parts,
    Assembly<P> assembly,
    List<Function<P, @Nullable String>> checks) {

  public AskedPage {
    parts = List.copyOf(parts);
    checks = List.copyOf(checks);
  }

  /** What the answers become. */
  public interface Assembly<P> {

    /**
     * Puts it together.
     *
     * @param values by the names of the components
     * @throws IllegalArgumentException if they do not go together
     */
    P of(Map<String, @Nullable Object> values);

    /** The values under their keys, in their stored form. */
    ObjectNode stored(P page);
  }

  /** The JSON schema, in the wire's dialect. */
  public ObjectNode schema() {
    return PageSchema.ofPage(this);
  }

  /** Reads answers; keys that the page does not have are refused. */
  public Answered<P> answer(ObjectNode input) {
    return new PageAnswers<>(this, input).read(true);
  }

  /** Reads answers of a form inside a page; keys that it does not have are ignored. */
  Answered<P> answerInside(ObjectNode input) {
    return new PageAnswers<>(this, input).read(false);
  }

  /** The fields. */
  public List<InputField> inputs() {
    return parts.stream()
        .filter(InputField.class::isInstance)
        .map(InputField.class::cast)
        .toList();
  }

  /** The field of a component. */
  public Optional<InputField> input(String component) {
    return inputs().stream()
        .filter(field -> field.component().equals(component))
        .findFirst();
  }

  /** What was sent, as far as an answer may repeat it. */
  ObjectNode repeatable(ObjectNode input) {
    ObjectNode shown = input.deepCopy();
    for (InputField field : inputs()) {
      if (input.has(field.key())) {
        shown.set(field.key(), field.repeatable(input.get(field.key())));
      }
    }
    return shown;
  }
}
