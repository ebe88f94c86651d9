package io.orchestrator4j.catalogue;

import static io.orchestrator4j.catalogue.CatalogueFixture.beginner;
import static io.orchestrator4j.catalogue.CatalogueFixture.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Products as authors find them. */
final class ProductsTest {

  private static final CatalogueFixture CATALOGUE = new CatalogueFixture();

  private final ProductRegistry registry =
      new ProductRegistry(CATALOGUE.database, beginner().products());
  private final Products products = new Products(() -> registry);

  @BeforeAll
  static void sync() {
    CATALOGUE.sync(beginner());
    CATALOGUE.execute(
        "update ${schema}.products set status = 'phase out', end_date = '2030-01-01' where name = 'User Group'");
  }

  @Test
  void aProductIsFoundByNameAndIdAsTheDatabaseHasIt() {
    ProductInfo group = products.named("User Group");

    assertThat(group.productType()).isEqualTo("UserGroup");
    assertThat(group.tag()).isEqualTo("GROUP");
    assertThat(group.description()).isEqualTo("user group administration");
    assertThat(group.status()).isEqualTo(ProductLifecycle.PHASE_OUT);
    assertThat(group.endDate()).isNotNull();
    assertThat(products.find(group.productId())).contains(group);
    assertThat(products.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatAreThere() {
    assertThatThrownBy(() -> products.named("Users"))
        .hasMessage(
            "There is no product 'Users'; there are 'User Group', 'User external', 'User internal'");
  }

  @Test
  void productsAreListedByTypeAndByWhatTypesExtend() {
    assertThat(names(products.of(Beginner.User.class)))
        .containsExactly("User external", "User internal");
    assertThat(names(products.of(SubscriptionModel.class)))
        .containsExactly("User Group", "User external", "User internal");
    assertThat(products.types()).containsExactly("User", "UserGroup");
    assertThatThrownBy(() -> products.of(SyncTest.Later.UserGroup.class))
        .hasMessage(
            "No product type of this application is a UserGroup; there are 'User', 'UserGroup'");
  }

  @Test
  void fixedInputsAreReadTyped() {
    Beginner.User user =
        products.fixedInputs(products.named("User external").productId(), Beginner.User.class);

    assertThat(user.affiliation).isEqualTo(Beginner.Affiliation.EXTERNAL);
    assertThat(user.user).isNull();
  }

  @Test
  void fixedInputsOfSomethingElseAreRefused() {
    UUID group = products.named("User Group").productId();
    UUID none = new UUID(0, 7);
    Products without = new Products(() -> new ProductRegistry(
        CATALOGUE.database, define(List.of(Beginner.User.class)).products()));

    assertThatThrownBy(() -> products.fixedInputs(group, Beginner.User.class))
        .hasMessage("The product 'User Group' is of the product type UserGroup, which is no User");
    assertThatThrownBy(() -> products.fixedInputs(none, Beginner.User.class))
        .hasMessage(
            "There is no product with the id %s; there are 'User Group', 'User external', 'User internal'"
                .formatted(none));
    assertThatThrownBy(() -> without.fixedInputs(group, SubscriptionModel.class))
        .hasMessage(
            "The product 'User Group' is of the product type UserGroup, which this application does not define; it has 'User'");
  }

  @Test
  void aProductIsFoundWithItsFixedInputsAndWorkflows() {
    RegisteredProduct internal = registry.named("User internal").orElseThrow();

    assertThat(internal.fixedInputs()).containsOnly(Map.entry("affiliation", "internal"));
    assertThat(internal.workflows()).containsExactly("create_user", "modify_note");
    assertThat(registry.find(internal.product().productId())).contains(internal);
  }

  @Test
  void productsAreFoundByTheirWorkflow() {
    UUID group = products.named("User Group").productId();

    assertThat(names(registry.linkedTo("create_user").stream()
            .map(RegisteredProduct::product)
            .toList()))
        .containsExactly("User external", "User internal");
    assertThat(registry.linkedTo("task_clean_up")).isEmpty();
    assertThat(registry.hasWorkflow(group, "create_user_group")).isTrue();
    assertThat(registry.hasWorkflow(group, "create_user")).isFalse();
  }

  private static List<String> names(List<ProductInfo> infos) {
    return infos.stream().map(ProductInfo::name).toList();
  }
}
