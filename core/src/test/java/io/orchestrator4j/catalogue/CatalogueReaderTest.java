package io.orchestrator4j.catalogue;

import static io.orchestrator4j.catalogue.CatalogueFixture.beginner;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.Target;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue as people see it. */
final class CatalogueReaderTest {

  private static final CatalogueFixture FIXTURE = new CatalogueFixture();

  private final CatalogueReader catalogue = new CatalogueReader(FIXTURE.database);

  @BeforeAll
  static void sync() {
    FIXTURE.sync(beginner());
    // moves the rows, so that an order which nobody asked for would not hold
    FIXTURE.execute(
        "update ${schema}.workflows set description = 'ours' where name = 'create_user'");
    FIXTURE.execute("update ${schema}.products set end_date = null where name = 'User Group'");
    FIXTURE.execute(
        "update ${schema}.product_block_resource_types set value_type = value_type where position = 1");
  }

  @Test
  void productsAreInTheOrderOfTheirNames() {
    assertThat(names(catalogue.products(null, null)))
        .containsExactly("User Group", "User external", "User internal");
    assertThat(names(catalogue.products(null, "User")))
        .containsExactly("User external", "User internal");
    assertThat(names(catalogue.products("USER_INT", null))).containsExactly("User internal");
    assertThat(names(catalogue.products("USER_INT", "UserGroup"))).isEmpty();
  }

  @Test
  void aProductHasItsBlocksFixedInputsAndWorkflows() {
    ProductDetail user = catalogue.products("USER_INT", null).getFirst();

    assertThat(user.fixedInputs()).singleElement().satisfies(input -> {
      assertThat(input.name()).isEqualTo("affiliation");
      assertThat(input.value()).isEqualTo("internal");
    });
    assertThat(user.workflows())
        .extracting(WorkflowInfo::name)
        .containsExactly("create_user", "modify_note");
    assertThat(user.blocks()).singleElement().satisfies(block -> {
      assertThat(block.name()).isEqualTo("UserBlock");
      assertThat(block.tag()).isEqualTo("UB");
      assertThat(block.resourceTypes())
          .extracting(ResourceTypeInfo::resourceType)
          .containsExactly("username", "age", "user_id");
    });
    assertThat(catalogue.product(user.product().productId())).contains(user);
  }

  @Test
  void blocksResourceTypesAndWorkflowsAreFoundByTheirIds() {
    ProductDetail group = catalogue.products("GROUP", null).getFirst();
    BlockInfo block = group.blocks().getFirst();
    ResourceTypeInfo field = block.resourceTypes().getFirst();
    WorkflowInfo workflow = group.workflows().getFirst();

    assertThat(catalogue.block(block.productBlockId())).contains(block);
    assertThat(catalogue.resourceType(field.resourceTypeId())).contains(field);
    assertThat(catalogue.workflow(workflow.workflowId())).contains(workflow);
    assertThat(workflow.target()).isEqualTo(Target.CREATE);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    UUID nothing = UUID.randomUUID();

    assertThat(catalogue.product(nothing)).isEmpty();
    assertThat(catalogue.block(nothing)).isEmpty();
    assertThat(catalogue.resourceType(nothing)).isEmpty();
    assertThat(catalogue.workflow(nothing)).isEmpty();
  }

  @Test
  void manyProductsTakeAsManyStatementsAsOne() {
    CountedStatements statements = new CountedStatements(TestingDatabase.dataSource());
    CatalogueReader counted =
        new CatalogueReader(new Database(statements.source(), FIXTURE.schema, 1));

    counted.products("GROUP", null);
    int forOne = statements.since();
    counted.products(null, null);
    int forAll = statements.since();

    assertThat(forAll).isEqualTo(forOne).isEqualTo(6);
  }

  private static List<String> names(List<ProductDetail> products) {
    return products.stream().map(detail -> detail.product().name()).toList();
  }
}
