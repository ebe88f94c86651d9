package io.orchestrator4j.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.value.Json;
import jakarta.validation.groups.Default;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The statuses, and what may follow, as tables. */
final class SubscriptionLifecycleTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      INITIAL      | active provisioning terminated
      PROVISIONING | active disabled terminated
      ACTIVE       | disabled migrating provisioning terminated
      MIGRATING    | active disabled terminated
      DISABLED     | active provisioning terminated
      TERMINATED   |
      """)
  void successors(SubscriptionLifecycle status, String expected) {
    assertThat(texts(status.successors())).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      INITIAL      | initial
      PROVISIONING | active initial provisioning terminated
      ACTIVE       | active disabled initial migrating provisioning terminated
      MIGRATING    | initial migrating terminated
      DISABLED     | disabled initial terminated
      TERMINATED   | initial terminated
      """)
  void allowedUsers(SubscriptionLifecycle status, String expected) {
    assertThat(texts(status.allowedUsers())).isEqualTo(expected);
  }

  private static String texts(Set<SubscriptionLifecycle> statuses) {
    return statuses.stream()
        .map(SubscriptionLifecycle::text)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusHasItsTextAndItsGroup(SubscriptionLifecycle status) {
    assertThat(SubscriptionLifecycle.parse(status.text())).isEqualTo(status);
    assertThat(Json.toTree(status).asString()).isEqualTo(status.text());
    assertThat(Json.fromTree(Json.toTree(status), SubscriptionLifecycle.class)).isEqualTo(status);
    assertThat(Default.class).isAssignableFrom(status.group());
    assertThat(Arrays.stream(SubscriptionLifecycle.values())
            .filter(other -> other.group() == status.group()))
        .hasSize(1);
  }

  @Test
  void activeDemandsWhatProvisioningDemands() {
    assertThat(Provisioning.class).isAssignableFrom(Active.class);
    assertThat(Active.class.isAssignableFrom(Provisioning.class)).isFalse();
  }

  @Test
  void stagesAreInitialThenProvisioningThenTheRest() {
    assertThat(SubscriptionLifecycle.ACTIVE.hasReached(SubscriptionLifecycle.PROVISIONING))
        .isTrue();
    assertThat(SubscriptionLifecycle.TERMINATED.hasReached(SubscriptionLifecycle.ACTIVE))
        .isTrue();
    assertThat(SubscriptionLifecycle.INITIAL.hasReached(SubscriptionLifecycle.PROVISIONING))
        .isFalse();
    assertThat(SubscriptionLifecycle.PROVISIONING.hasReached(SubscriptionLifecycle.ACTIVE))
        .isFalse();
  }

  @Test
  void onlyWhatIsTerminatedIsOver() {
    assertThat(Arrays.stream(SubscriptionLifecycle.values()).filter(status -> !status.isAlive()))
        .containsExactly(SubscriptionLifecycle.TERMINATED);
  }

  @Test
  void aStatusThatIsNoneIsRefused() {
    assertThatThrownBy(() -> SubscriptionLifecycle.parse("gone"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void productsHaveStatusesToo() {
    assertThat(ProductLifecycle.parse("pre production")).isEqualTo(ProductLifecycle.PRE_PRODUCTION);
    assertThat(ProductLifecycle.parse("end_of_life").text()).isEqualTo("end of life");
  }
}
