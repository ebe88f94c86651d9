package io.orchestrator4j.catalogue;

import static io.orchestrator4j.catalogue.CatalogueFixture.beginner;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.audit.AuditTrail;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators change in the catalogue, and the rows that it leaves in the audit. */
final class CatalogueEditsTest {

  private static final Caller ANN = Caller.named("ann");

  private final CatalogueFixture fixture = new CatalogueFixture();
  private final CatalogueReader catalogue = new CatalogueReader(fixture.database);
  private final CatalogueEdits edits = new CatalogueEdits(fixture.database, Clock.systemUTC());

  @BeforeEach
  void sync() {
    fixture.sync(beginner());
  }

  @Test
  void aProductIsDescribedAndItsStatusChangedEachByItself() {
    UUID group = group().product().productId();

    edits.product(ANN, group, "secret words", null);
    edits.product(ANN, group, null, ProductLifecycle.PHASE_OUT);

    assertThat(group().product().description()).isEqualTo("secret words");
    assertThat(group().product().status()).isEqualTo(ProductLifecycle.PHASE_OUT);
    assertThat(audit())
        .containsExactly(
            "ann edit_product User Group {\"status\":\"phase out\"}",
            "ann edit_product User Group {\"description\":\"written\"}");
  }

  @Test
  void whatChangesNothingLeavesNoRow() {
    ProductDetail group = group();

    EditOutcome outcome = edits.product(
        ANN, group.product().productId(), group.product().description(), ProductLifecycle.ACTIVE);
    edits.block(
        ANN,
        group.blocks().getFirst().productBlockId(),
        group.blocks().getFirst().description());

    assertThat(outcome).isEqualTo(new EditOutcome.Done());
    assertThat(audit()).isEmpty();
  }

  @Test
  void aProductThatIsSubscribedToDoesNotEndAndNothingOfTheEditHolds() {
    UUID group = group().product().productId();
    subscribe(group, "active", "initial", "terminated");

    EditOutcome outcome = edits.product(ANN, group, "ours", ProductLifecycle.END_OF_LIFE);

    assertThat(outcome).isEqualTo(new EditOutcome.StillSubscribed(2));
    assertThat(group().product().status()).isEqualTo(ProductLifecycle.ACTIVE);
    assertThat(group().product().description()).isEqualTo("user group administration");
    assertThat(audit()).isEmpty();
  }

  @Test
  void aProductWhoseSubscriptionsAreTerminatedEnds() {
    UUID group = group().product().productId();
    subscribe(group, "terminated");

    assertThat(edits.product(ANN, group, null, ProductLifecycle.END_OF_LIFE))
        .isEqualTo(new EditOutcome.Done());
    assertThat(group().product().status()).isEqualTo(ProductLifecycle.END_OF_LIFE);
  }

  @Test
  void blocksResourceTypesAndWorkflowsAreDescribed() {
    BlockInfo block = group().blocks().getFirst();

    edits.block(ANN, block.productBlockId(), "a block");
    edits.resourceType(ANN, block.resourceTypes().getFirst().resourceTypeId(), "a field");
    edits.workflow(ANN, group().workflows().getFirst().workflowId(), "a workflow");

    BlockInfo described = group().blocks().getFirst();
    assertThat(described.description()).isEqualTo("a block");
    assertThat(described.resourceTypes().getFirst().description()).isEqualTo("a field");
    assertThat(group().workflows().getFirst().description()).isEqualTo("a workflow");
    assertThat(audit())
        .containsExactly(
            "ann edit_workflow create_user_group {\"description\":\"written\"}",
            "ann edit_resource_type group_name {\"description\":\"written\"}",
            "ann edit_product_block UserGroupBlock {\"description\":\"written\"}");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    UUID nothing = UUID.randomUUID();
    UUID deleted = group().workflows().getFirst().workflowId();
    fixture.execute("update ${schema}.workflows set deleted_at = now()");

    assertThat(List.of(
            edits.product(ANN, nothing, "x", null),
            edits.block(ANN, nothing, "x"),
            edits.resourceType(ANN, nothing, "x"),
            edits.workflow(ANN, nothing, "x"),
            edits.workflow(ANN, deleted, "x")))
        .containsOnly(new EditOutcome.NotFound());
    assertThat(audit()).isEmpty();
  }

  private ProductDetail group() {
    return catalogue.products("GROUP", null).getFirst();
  }

  private List<String> audit() {
    return new AuditTrail(fixture.database)
        .latest(10).stream()
            .map(entry -> "%s %s %s %s"
                .formatted(entry.actor(), entry.action(), entry.subject(), entry.details()))
            .toList();
  }

  private void subscribe(UUID product, String... statuses) {
    for (String status : statuses) {
      fixture.execute("""
          insert into ${schema}.subscriptions (
            subscription_id, product_id, customer_id, description, status, version, created_at)
          values ('%s', '%s', 'customer', 'a group', '%s', 1, now())
          """.formatted(UUID.randomUUID(), product, status));
    }
  }
}
