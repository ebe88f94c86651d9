package io.orchestrator4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Subscriptions are saved whole, and only what was changed. */
final class SavingTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  @Test
  void aNewSubscriptionIsLoadedAsItWasSaved() {
    UUID group = fixture.group("ops", 7);
    UUID id = fixture.user("ann", group);

    User user = fixture.subscriptions.load(User.class, id);

    assertThat(user.user.username).isEqualTo("ann");
    assertThat(user.user.group.groupName).isEqualTo("ops");
    assertThat(user.status()).isEqualTo(SubscriptionLifecycle.INITIAL);
    assertThat(user.version()).isEqualTo(1);
    assertThat(user.user.group.owner()).isInstanceOf(UserGroup.class);
    assertThat(user.user.group.members()).isEqualTo("ann");
    assertThat(user.toMap().toString()).contains("User ann of customer 1");
  }
}
