package io.orchestrator4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

/** Domain models in a State stay what they are until who has loaded them says what is stored of them. */
final class ModelsInStateTest {

  @ProductType("Plain Port")
  static class Port extends SubscriptionModel {}

  record Pair(int number, @Nullable Port first, List<Port> more) {}

  private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");
  private static final String REFERENCE =
      "{\"subscription_id\":\"11111111-2222-3333-4444-555555555555\",\"version\":4}";

  private final Port port = port();

  private static Port port() {
    ProductInfo product = new ProductInfo(
        new UUID(0, 7),
        "Plain Port 10G",
        "A port",
        "Plain Port",
        "PORT",
        ProductLifecycle.ACTIVE,
        Instant.EPOCH,
        null);
    return (Port) Models.subscription(
        ProductTypeDefinition.of(Port.class),
        SubscriptionHeader.fresh(ID, product, "7", null).withVersion(4),
        Map.of());
  }

  @Test
  void eachBecomesAReferenceWhereverItStands() {
    State state = State.of("subscription", port, "deep", Map.of("ports", List.of(port, port)))
        .and(new Pair(3, port, List.of(port)));

    assertThat(Json.write(state.toTree()))
        .isEqualTo("{'subscription':R,'deep':{'ports':[R,R]},'number':3,'first':R,'more':[R]}"
            .replace('\'', '"')
            .replace("R", REFERENCE));
  }

  @Test
  void eachIsHandedToWhoWritesItOncePerPlace() {
    List<SubscriptionModel> handed = new ArrayList<>();
    State state = State.of("deep", Map.of("port", port))
        .and(new Pair(3, port, List.of(port)))
        .without("gone");

    State written = state.written(model -> {
      handed.add(model);
      return StringNode.valueOf("a port");
    });

    assertThat(handed).hasSize(3).allMatch(model -> model == port);
    assertThat(Json.write(written.toTree()))
        .isEqualTo("{'deep':{'port':'a port'},'number':3,'first':'a port','more':['a port']}"
            .replace('\'', '"'));
    assertThat(written.removed()).containsExactly("gone");
  }

  @Test
  void whoReadsItBackInATestGetsTheModel() {
    State state = State.of(new Pair(3, port, List.of(port)));

    assertThat(state.get("first", Port.class)).isSameAs(port);
    assertThat(state.get("number", Integer.class)).isEqualTo(3);
  }

  @Test
  void aRecordWithoutOneIsWrittenAsEver() {
    State state = State.of(new Pair(3, null, List.of()));

    assertThat(Json.write(state.toTree())).isEqualTo("{\"number\":3,\"first\":null,\"more\":[]}");
  }

  @Test
  void aReferenceIsReadBack() {
    assertThat(SubscriptionReference.read(Json.read(REFERENCE)))
        .contains(new SubscriptionReference(ID, 4));
    for (String other : Arrays.asList(
        "\"11111111-2222-3333-4444-555555555555\"",
        "{\"subscription_id\":\"11111111-2222-3333-4444-555555555555\"}",
        "{\"subscription_id\":\"no id\",\"version\":4}",
        "{\"subscription_id\":\"11111111-2222-3333-4444-555555555555\",\"version\":\"4\"}",
        "{\"subscription_id\":\"11111111-2222-3333-4444-555555555555\",\"version\":4,\"note\":null}")) {
      assertThat(SubscriptionReference.read(Json.read(other))).as(other).isEmpty();
    }
    assertThat(SubscriptionReference.read(null)).isEmpty();
  }
}
