package io.orchestrator4j.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A text that nobody shall read who need not: stored encrypted, and shown as asterisks wherever else it would be
 * written. As a step's parameter it is what was stored; as a value of the State it is stored so again.
 */
@JsonSerialize(using = Secret.Json.class)
public record Secret(String text) {

  /** What is shown instead of a secret. */
  public static final String MASK = "**********";

  /** The secret that a text is. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Secret of(String text) {
    return new Secret(text);
  }

  @Override
  public String toString() {
    return MASK;
  }

  /** Writes a secret encrypted where the writer knows how, and masked elsewhere. */
  static final class Json extends ValueSerializer<Secret> {

    @Override
    public void serialize(Secret secret, JsonGenerator generator, SerializationContext context) {
      if (context.getAttribute(Secrets.class) instanceof Secrets secrets) {
        generator.writeTree(secrets.seal(secret.text()));
      } else {
        generator.writeString(MASK);
      }
    }
  }
}
