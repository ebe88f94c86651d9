package io.orchestrator4j.catalogue;

import static io.orchestrator4j.catalogue.CatalogueFixture.beginner;
import static io.orchestrator4j.catalogue.CatalogueFixture.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a start with sync writes. */
final class SyncTest {

  private final CatalogueFixture catalogue = new CatalogueFixture();

  /** The user groups of a later version of the program. */
  static final class Later {

    @ProductBlock(value = "UserGroupBlock", tag = "UGX", description = "another description")
    static class UserGroupBlock extends ProductBlockModel {
      @Size(max = 3)
      public List<MemberBlock> members;

      @NotNull
      public String groupName;

      public String groupId;
    }

    @ProductBlock("MemberBlock")
    static class MemberBlock extends ProductBlockModel {
      public String groupName;
    }

    @ProductType("UserGroup")
    @Product(name = "User Group", tag = "GROUP", description = "new", fixed = "size=2")
    @Product(name = "Large Group", tag = "LARGE", description = "large", fixed = "size=9")
    static class UserGroup extends SubscriptionModel {
      @FixedInput
      public int size;

      public UserGroupBlock userGroup;
    }
  }

  @Test
  void anEmptyDatabaseGetsTheProductsWithTheirFixedInputsBlocksAndWorkflows() {
    catalogue.sync(beginner());

    assertThat(catalogue.rows("""
            select name, product_type, tag, status, description
            from ${schema}.products
            order by name
            """))
        .containsExactly(
            "User Group UserGroup GROUP active user group administration",
            "User external User USER_EXT active user administration - external",
            "User internal User USER_INT active user administration - internal");
    assertThat(catalogue.rows("""
            select i.name, i.value, p.name
            from ${schema}.fixed_inputs i
            join ${schema}.products p using (product_id)
            order by p.name
            """))
        .containsExactly(
            "affiliation external User external", "affiliation internal User internal");
    assertThat(catalogue.rows("""
            select p.name, r.attribute, b.name, r.position, r.min, r.max, r.required_from
            from ${schema}.product_product_blocks r
            join ${schema}.products p using (product_id)
            join ${schema}.product_blocks b using (product_block_id)
            order by p.name
            """))
        .containsExactly(
            "User Group user_group UserGroupBlock 0 1 1 null",
            "User external user UserBlock 0 1 1 null",
            "User internal user UserBlock 0 1 1 null");
    assertThat(catalogue.rows("""
            select p.name, w.name
            from ${schema}.products_workflows
            join ${schema}.products p using (product_id)
            join ${schema}.workflows w using (workflow_id)
            order by p.name, w.name
            """))
        .containsExactly(
            "User Group create_user_group",
            "User Group modify_note",
            "User external create_user",
            "User external modify_note",
            "User internal create_user",
            "User internal modify_note");
  }

  @Test
  void anEmptyDatabaseGetsTheBlocksWithTheirFieldsInOrder() {
    catalogue.sync(beginner());

    assertThat(catalogue.rows(
            "select name, tag, status, description from ${schema}.product_blocks order by name"))
        .containsExactly(
            "UserBlock UB active user block", "UserGroupBlock UGB active user group block");
    assertThat(catalogue.rows("""
            select b.name, f.position, r.resource_type, f.value_type, f.required_from
            from ${schema}.product_block_resource_types f
            join ${schema}.product_blocks b using (product_block_id)
            join ${schema}.resource_types r using (resource_type_id)
            order by b.name, f.position
            """))
        .containsExactly(
            "UserBlock 1 username String provisioning",
            "UserBlock 2 age Integer null",
            "UserBlock 3 user_id Integer active",
            "UserGroupBlock 0 group_name String provisioning",
            "UserGroupBlock 1 group_id Integer active");
    assertThat(catalogue.rows("""
            select u.name, r.attribute, d.name, r.position, r.ownership, r.min, r.max, r.required_from
            from ${schema}.product_block_relations r
            join ${schema}.product_blocks u on u.product_block_id = r.in_use_by_id
            join ${schema}.product_blocks d on d.product_block_id = r.depends_on_id
            """))
        .containsExactly("UserBlock group UserGroupBlock 0 shared 1 1 provisioning");
  }

  @Test
  void anEmptyDatabaseGetsTheWorkflowsAndTheirIdsAreTheirRows() {
    RegisteredWorkflows workflows = catalogue.sync(beginner());

    assertThat(catalogue.rows(
            "select name, target, is_task, description from ${schema}.workflows order by name"))
        .containsExactly(
            "create_user CREATE f Create user",
            "create_user_group CREATE f Create user group",
            "modify_note MODIFY f Modify note",
            "task_clean_up SYSTEM t Clean up");
    UUID id =
        catalogue.id("select workflow_id from ${schema}.workflows where name = 'create_user'");
    assertThat(workflows.idOf(workflows.named("create_user").orElseThrow())).isEqualTo(id);
    // derived from its name, so that it is the same in every environment
    assertThat(id.version()).isEqualTo(3);
  }

  @Test
  void whatIsWrittenIsWhatTheCodeNeeds() {
    catalogue.sync(beginner());

    assertThat(catalogue.difference(beginner())).isEmpty();
  }

  @Test
  void aSecondStartWritesNothing() {
    catalogue.sync(beginner());
    Map<String, List<String>> before = catalogue.writes();

    catalogue.sync(beginner());

    assertThat(before.values()).noneMatch(List::isEmpty);
    assertThat(catalogue.writes()).isEqualTo(before);
  }

  @Test
  void aChangeOfTheCodeWritesWhatIsNewOrOtherwiseAndNothingElse() {
    catalogue.sync(define(List.of(Beginner.UserGroup.class)));
    List<String> blocks = catalogue.rows("select product_block_id from ${schema}.product_blocks");
    List<String> workflows = catalogue.writes().get("workflows");

    catalogue.sync(define(List.of(Later.UserGroup.class)));

    assertThat(catalogue.difference(define(List.of(Later.UserGroup.class))))
        .containsExactly("surplus  workflow 'create_user_group'");
    assertThat(catalogue.rows("""
            select p.name, i.value
            from ${schema}.fixed_inputs i
            join ${schema}.products p using (product_id)
            order by p.name
            """)).containsExactly("Large Group 9", "User Group 2");
    assertThat(catalogue.rows("""
            select r.resource_type, f.position, f.value_type, f.required_from
            from ${schema}.product_block_resource_types f
            join ${schema}.product_blocks b using (product_block_id)
            join ${schema}.resource_types r using (resource_type_id)
            where b.name = 'UserGroupBlock'
            order by f.position
            """))
        .containsExactly("group_name 1 String initial", "group_id 2 String null");
    assertThat(catalogue.rows("""
            select product_block_id
            from ${schema}.product_blocks
            where name = 'UserGroupBlock'
            and tag = 'UGX'
            """)).isEqualTo(blocks);
    assertThat(catalogue.rows("select resource_type from ${schema}.resource_types order by 1"))
        .containsExactly("group_id", "group_name");
    assertThat(catalogue.rows("""
            select attribute, ownership, min, max
            from ${schema}.product_block_relations
            """)).containsExactly("members owned 0 3");
    assertThat(catalogue.writes().get("workflows")).isEqualTo(workflows);
  }

  @Test
  void whatPeopleEditAndWhatTheCodeNoLongerHasStay() {
    catalogue.sync(beginner());
    catalogue.execute("update ${schema}.products set description = 'ours', status = 'phase out'");
    catalogue.execute("update ${schema}.product_blocks set description = 'ours'");
    catalogue.execute("update ${schema}.workflows set description = 'ours'");

    catalogue.sync(define(List.of(Later.UserGroup.class)));

    assertThat(catalogue.rows("""
            select name, status, description
            from ${schema}.products
            order by name
            """))
        .containsExactly(
            "Large Group active large",
            "User Group phase out ours",
            "User external phase out ours",
            "User internal phase out ours");
    assertThat(
            catalogue.rows("select name from ${schema}.product_blocks where description = 'ours'"))
        .containsExactlyInAnyOrder("UserBlock", "UserGroupBlock");
    assertThat(catalogue.rows("select distinct description from ${schema}.workflows"))
        .containsExactly("ours");
    assertThat(catalogue.difference(define(List.of(Later.UserGroup.class))))
        .contains("surplus  block 'UserBlock'", "surplus  product 'User external'")
        .noneMatch(line -> line.contains("UserBlock") && line.contains("field"));
  }

  @Test
  void aDeletedWorkflowOfTheCodeIsBack() {
    catalogue.sync(beginner());
    catalogue.execute(
        "update ${schema}.workflows set deleted_at = now() where name = 'create_user'");

    catalogue.sync(beginner());

    assertThat(catalogue.rows("select name from ${schema}.workflows where deleted_at is not null"))
        .isEmpty();
  }

  @Test
  void aProductThatOnlyTheDatabaseHasGetsTheBlocksAndWorkflowsOfItsType() {
    catalogue.sync(beginner());
    insertProduct("User abroad", "User");
    insertFixedInput("User abroad", "affiliation", "external");

    catalogue.sync(beginner());

    assertThat(catalogue.difference(beginner())).isEmpty();
    assertThat(catalogue.rows("""
            select w.name
            from ${schema}.products_workflows
            join ${schema}.products p using (product_id)
            join ${schema}.workflows w using (workflow_id)
            where p.name = 'User abroad'
            order by w.name
            """)).containsExactly("create_user", "modify_note");
  }

  @Test
  void aFixedInputThatTheCodeDoesNotKnowIsAskedFor() {
    catalogue.sync(beginner());
    insertProduct("User abroad", "User");
    insertProduct("User elsewhere", "User");
    insertFixedInput("User elsewhere", "affiliation", "nowhere");

    assertThatThrownBy(() -> catalogue.sync(beginner()))
        .isInstanceOf(CatalogueMismatch.class)
        .hasMessageContaining("""
              differs  product 'User elsewhere', fixed input 'affiliation': value nowhere, expected any Affiliation
              missing  product 'User abroad', fixed input 'affiliation'
            Declare these products with @Product, or give the fixed inputs their values""");
  }

  @Test
  void nodesThatStartAtOnceWriteItOnce() throws Exception {
    int nodes = 4;
    CyclicBarrier together = new CyclicBarrier(nodes);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        starts.add(threads.submit(() -> {
          together.await();
          return catalogue.sync(beginner());
        }));
      }
      for (Future<?> start : starts) {
        start.get();
      }
    }

    assertThat(catalogue.difference(beginner())).isEmpty();
    // none was written a second time
    assertThat(catalogue.rows("select ctid from ${schema}.products order by ctid"))
        .containsExactly("(0,1)", "(0,2)", "(0,3)");
  }

  private void insertProduct(String name, String type) {
    catalogue.execute("""
        insert into ${schema}.products (product_id, name, description, product_type, tag, status, created_at)
        values ('%s', '%s', 'by hand', '%s', 'HAND', 'active', now())
        """.formatted(UUID.randomUUID(), name, type));
  }

  private void insertFixedInput(String product, String name, String value) {
    catalogue.execute("""
        insert into ${schema}.fixed_inputs (fixed_input_id, product_id, name, value, created_at)
        select '%s', product_id, '%s', '%s', now()
        from ${schema}.products
        where name = '%s'
        """.formatted(UUID.randomUUID(), name, value, product));
  }
}
