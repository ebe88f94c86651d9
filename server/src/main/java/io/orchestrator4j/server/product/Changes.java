package io.orchestrator4j.server.product;

import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.server.web.InvalidRequest;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request wants changed; keys that are not known change nothing.
 *
 * @param description null to leave it
 * @param status null to leave it
 */
record Changes(@Nullable String description, @Nullable ProductLifecycle status) {

  private static final int LONGEST = 2000;
  private static final String DESCRIPTION = "description";
  private static final String STATUS = "status";

  /**
   * What may be changed of most things.
   *
   * @throws InvalidRequest if the description is no text, or too long
   */
  static Changes ofDescription(JsonBody body) {
    return new Changes(description(body.object()), null);
  }

  /**
   * What may be changed of a product.
   *
   * @throws InvalidRequest if the description is no text or too long, or the status none
   */
  static Changes ofProduct(JsonBody body) {
    ObjectNode changes = body.object();
    return new Changes(description(changes), status(changes));
  }

  private static @Nullable String description(ObjectNode changes) {
    if (!changes.has(DESCRIPTION)) {
      return null;
    }
    String text = Parameters.textOf(changes, DESCRIPTION, LONGEST);
    if (text == null) {
      throw new InvalidRequest(
          Violation.noText(List.of("body", DESCRIPTION), changes.path(DESCRIPTION)));
    }
    return text;
  }

  private static @Nullable ProductLifecycle status(ObjectNode changes) {
    JsonNode status = changes.path(STATUS);
    if (status.isMissingNode()) {
      return null;
    }
    try {
      return ProductLifecycle.parse(status.stringValue(""));
    } catch (IllegalArgumentException _) {
      throw new InvalidRequest(Violation.noneOf(
          List.of("body", STATUS),
          status,
          Stream.of(ProductLifecycle.values()).map(ProductLifecycle::text).toList()));
    }
  }
}
