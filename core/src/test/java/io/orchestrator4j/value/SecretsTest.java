package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class SecretsTest {

  private static final String WORD = "correct horse";

  private final String key = Secrets.newKey();
  private final Secrets secrets = Secrets.withKeys(List.of(key));

  @Test
  void whatIsSealedDoesNotShowItsTextAndOpensAgain() {
    JsonNode sealed = secrets.seal(WORD);

    assertThat(sealed.toString()).doesNotContain(WORD);
    assertThat(secrets.open(sealed).stringValue()).isEqualTo(WORD);
  }

  @Test
  void theSameTextIsSealedDifferentlyEachTime() {
    assertThat(secrets.seal(WORD)).isNotEqualTo(secrets.seal(WORD));
  }

  @Test
  void secretsAreOpenedAndMaskedWhereverTheyStand() {
    ObjectNode tree = Json.object().put("name", "ann");
    tree.putArray("list").addObject().set("password", secrets.seal(WORD));

    assertThat(secrets.open(tree))
        .hasToString("{\"name\":\"ann\",\"list\":[{\"password\":\"correct horse\"}]}");
    assertThat(Secrets.masked(tree))
        .hasToString("{\"name\":\"ann\",\"list\":[{\"password\":\"**********\"}]}");
  }

  @Test
  void aTreeWithoutSecretsIsLeftAsItIs() {
    ObjectNode tree = Json.object().put("name", "ann");
    tree.putArray("list").add(1);

    assertThat(secrets.open(tree)).isSameAs(tree);
    assertThat(Secrets.masked(tree)).isSameAs(tree);
  }

  @Test
  void anOlderKeyStillOpens() {
    JsonNode sealed = secrets.seal(WORD);

    Secrets rotated = Secrets.withKeys(List.of(Secrets.newKey(), key));

    assertThat(rotated.open(sealed).stringValue()).isEqualTo(WORD);
    assertThatThrownBy(() -> secrets.open(rotated.seal(WORD)))
        .isInstanceOf(NotConvertible.class)
        .hasMessageContaining("orchestrator.secrets.keys");
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    String sealed = secrets.seal(WORD).path("$secret").stringValue();
    String other = secrets.seal("something else").path("$secret").stringValue();
    JsonNode mixed = Json.object().put("$secret", sealed.substring(0, 20) + other.substring(20));

    assertThatThrownBy(() -> secrets.open(mixed)).isInstanceOf(NotConvertible.class);
  }

  @Test
  void withoutAKeyNothingIsSealed() {
    assertThatThrownBy(() -> Secrets.none().seal(WORD))
        .isInstanceOf(NotStorable.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining(WORD);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Secrets.withKeys(List.of("c2hvcnQ=")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes; found 5");
  }

  @Test
  void elsewhereASecretIsAsterisks() {
    assertThat(Secret.of(WORD)).hasToString(Secret.MASK);
    assertThat(Json.toTree(Secret.of(WORD)).stringValue()).isEqualTo(Secret.MASK);
  }
}
