package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does not fit its classes is named, and hides nothing else. */
final class BrokenSubscriptionsTest {

  private final SubscriptionFixture fixture = new SubscriptionFixture();

  @AfterEach
  void close() throws SQLException {
    fixture.close();
  }

  private UUID cabinet() {
    return fixture.created(
        Cabinet.class, "Cabinet", cabinet -> cabinet.main.entries.add(note("text")));
  }

  private void store(String block, UUID id, String values) {
    fixture.database.with(handle -> handle.execute("""
        update ${schema}.subscription_instances i
        set instance_values = ?::json
        from ${schema}.product_blocks b
        where b.product_block_id = i.product_block_id
        and b.name = ?
        and i.subscription_id = ?
        """, values, block, id));
  }

  @Test
  void whatCannotBeReadOrIsNotValidIsListedWithItsReasons() {
    UUID fine = cabinet();
    UUID unreadable = cabinet();
    UUID group = fixture.group("broken", 1);
    fixture.changed(UserGroup.class, group, each -> each.transitionTo(ACTIVE));
    UUID user = fixture.user("broken", group);
    fixture.changed(User.class, user, each -> each.transitionTo(ACTIVE));
    store("Note", unreadable, "{\"mood\": \"angry\"}");
    store("UserBlock", user, "{\"username\": null, \"user_id\": null}");

    Map<UUID, List<String>> broken = fixture.subscriptions.invalid().stream()
        .collect(Collectors.toMap(
            each -> each.subscription().subscriptionId(), BrokenSubscription::problems));

    assertThat(broken).containsOnlyKeys(unreadable, user).doesNotContainKey(fine);
    assertThat(broken.get(user))
        .containsExactly("user.username must not be null", "user.user_id must not be null");
    assertThat(broken.get(unreadable).getFirst())
        .contains("NoteBlock.mood does not take what is stored")
        .contains("angry");
  }

  @Test
  void aProductTypeWithoutClassIsNamed() {
    UUID id = cabinet();
    SubscriptionStore without = fixture.storeOf(List.of(User.class), List.of());
    Subscriptions service = new Subscriptions(() -> without);

    assertThat(service.invalid())
        .singleElement()
        .satisfies(broken -> assertThat(broken.problems().getFirst())
            .contains("no class for the product type 'Cabinet'"));
    assertThatThrownBy(() -> service.load(SubscriptionModel.class, id))
        .isInstanceOf(NotUsable.NotDefined.class);
  }

  @Test
  void severalBlocksWhereOneFitsAreNamed() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.folders.add(new TestingModels.FolderBlock());
      cabinet.main.folders.add(new TestingModels.FolderBlock());
    });
    fixture.database.with(
        handle -> handle.execute(
            "update ${schema}.subscription_instances set attribute = 'inner' where attribute = 'folders'"));

    assertThatThrownBy(() -> fixture.subscriptions.load(Cabinet.class, id))
        .isInstanceOf(NotUsable.NotReadable.class)
        .hasMessageContaining("has 2 blocks where FolderBlock.inner takes one");
  }

  @Test
  void aBlockThatItsFieldDoesNotTakeIsNamed() {
    UUID id = cabinet();
    fixture.database.with(
        handle -> handle.execute(
            "update ${schema}.subscription_instances set attribute = 'inner' where attribute = 'entries'"));

    assertThatThrownBy(() -> fixture.subscriptions.load(Cabinet.class, id))
        .isInstanceOf(NotUsable.NotReadable.class)
        .hasMessageContaining("has a Note where FolderBlock.inner takes none");
  }

  @Test
  void afterALoadThatFailedTheStepSeesNothingHalf() {
    UUID id = cabinet();
    store("Note", id, "{\"number\": null}");

    fixture.step(() -> {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> fixture.subscriptions.load(Cabinet.class, id))
            .isInstanceOf(NotUsable.NotReadable.class)
            .hasMessageContaining("NoteBlock.number");
      }
      return List.<Cabinet>of();
    });
  }
}
