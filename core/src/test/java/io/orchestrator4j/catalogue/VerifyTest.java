package io.orchestrator4j.catalogue;

import static io.orchestrator4j.catalogue.CatalogueFixture.beginner;
import static io.orchestrator4j.catalogue.CatalogueFixture.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a start with verify demands. */
final class VerifyTest {

  private final CatalogueFixture catalogue = new CatalogueFixture();

  @Test
  void anEmptyDatabaseIsRefusedWithEverythingThatItLacks() {
    assertThatThrownBy(() -> catalogue.verify(beginner()))
        .isInstanceOf(CatalogueMismatch.class)
        .hasMessage("""
            The catalogue in the schema '%s' is not as this program needs it:
              missing  block 'UserBlock'
              missing  block 'UserGroupBlock'
              missing  product 'User Group'
              missing  product 'User external'
              missing  product 'User internal'
              missing  workflow 'create_user'
              missing  workflow 'create_user_group'
              missing  workflow 'modify_note'
              missing  workflow 'task_clean_up'
            Write the migration for it (db migrate-domain-models, db migrate-workflows), and apply it: db upgrade heads. Or start once with orchestrator.catalogue=sync: it writes what is missing, and what differs as this program has it; values of subscriptions stay as they are""".formatted(catalogue.schema));
    assertThat(catalogue.rows("select name from ${schema}.workflows")).isEmpty();
  }

  @Test
  void theDifferenceHasEveryRowForPrograms() {
    assertThatThrownBy(() -> catalogue.verify(define(List.of(Beginner.UserGroup.class))))
        .isInstanceOfSatisfying(
            CatalogueMismatch.class,
            mismatch -> assertThat(mismatch.difference().items())
                .allMatch(Difference.Missing.class::isInstance)
                .extracting(item -> item.row().name().toString())
                .contains(
                    "block 'UserGroupBlock', field 'group_id'",
                    "product 'User Group', field 'user_group', block 'UserGroupBlock'",
                    "product 'User Group', workflow 'modify_note'"));
  }

  @Test
  void eachThingThatIsMissingOrOtherwiseIsNamedWithWhatItIsOn() {
    catalogue.sync(beginner());
    List.of(
            "delete from ${schema}.fixed_inputs where value = 'internal'",
            "update ${schema}.fixed_inputs set value = 'abroad'",
            "update ${schema}.products set product_type = 'Group' where name = 'User Group'",
            "delete from ${schema}.product_product_blocks where attribute = 'user'",
            "delete from ${schema}.resource_types where resource_type = 'age'",
            "update ${schema}.product_block_resource_types set value_type = 'Long' where position = 3",
            "update ${schema}.product_block_relations set ownership = 'owned'",
            "update ${schema}.workflows set target = 'MODIFY', is_task = true where name = 'create_user'",
            "update ${schema}.workflows set deleted_at = now() where name = 'modify_note'",
            "delete from ${schema}.workflows where name = 'task_clean_up'")
        .forEach(catalogue::execute);

    assertThatThrownBy(() -> catalogue.verify(beginner())).hasMessageContaining("""
          differs  block 'UserBlock', field 'group', block 'UserGroupBlock': ownership owned, expected shared
          differs  block 'UserBlock', field 'user_id': value type Long, expected Integer
          differs  product 'User Group': product type Group, expected UserGroup
          differs  product 'User external', fixed input 'affiliation': value abroad, expected external
          differs  workflow 'create_user': target MODIFY, expected CREATE
          differs  workflow 'create_user': task true, expected false
          differs  workflow 'modify_note': deleted true, expected false
          missing  block 'UserBlock', field 'age'
          missing  product 'User Group', workflow 'modify_note'
          missing  product 'User external', field 'user', block 'UserBlock'
          missing  product 'User external', workflow 'modify_note'
          missing  product 'User internal', field 'user', block 'UserBlock'
          missing  product 'User internal', fixed input 'affiliation'
          missing  product 'User internal', workflow 'modify_note'
          missing  workflow 'task_clean_up'
        Write the migration for it""");
  }

  @Test
  void aDatabaseThatHasEverythingIsGoodAndStaysAsItIs() {
    catalogue.sync(beginner());
    var before = catalogue.writes();

    RegisteredWorkflows workflows = catalogue.verify(beginner());

    assertThat(workflows.idOf(workflows.named("create_user").orElseThrow()))
        .isEqualTo(
            catalogue.id("select workflow_id from ${schema}.workflows where name = 'create_user'"));
    assertThat(catalogue.writes()).isEqualTo(before);
  }

  @Test
  void aDatabaseThatHasMoreIsGood() {
    catalogue.sync(beginner());

    assertThatCode(() -> catalogue.verify(define(List.of(Beginner.UserGroup.class))))
        .doesNotThrowAnyException();
    assertThat(catalogue.difference(define(List.of(Beginner.UserGroup.class))))
        .containsExactly(
            "surplus  block 'UserBlock'",
            "surplus  product 'User external'",
            "surplus  product 'User internal'",
            "surplus  workflow 'create_user'");
  }

  @Test
  void whatOnlyDescribesMayDiffer() {
    catalogue.sync(beginner());
    catalogue.execute("update ${schema}.products set tag = 'OURS' where name = 'User Group'");
    catalogue.execute("update ${schema}.product_block_relations set max = null, position = 7");
    catalogue.execute(
        "update ${schema}.product_block_resource_types set required_from = 'active' where position = 1");

    assertThatCode(() -> catalogue.verify(beginner())).doesNotThrowAnyException();
    assertThat(catalogue.difference(beginner()))
        .containsExactly(
            "differs  block 'UserBlock', field 'group', block 'UserGroupBlock': maximum none, expected 1",
            "differs  block 'UserBlock', field 'group', block 'UserGroupBlock': position 7, expected 0",
            "differs  block 'UserBlock', field 'username': required from active, expected provisioning",
            "differs  product 'User Group': tag OURS, expected GROUP");
  }
}
