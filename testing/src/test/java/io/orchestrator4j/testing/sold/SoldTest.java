package io.orchestrator4j.testing.sold;

import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.product.InvalidSubscription;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.FormResult;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.SettableClock;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.testing.sold.LineWorkflows.LinePage;
import io.orchestrator4j.testing.sold.LineWorkflows.PlacePage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workflows on products, run in plain Java. */
final class SoldTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final WorkflowRunner WORKFLOWS =
      WorkflowRunner.configured(it -> it.clock(SettableClock.at(NOW))
          .workflows(new LineWorkflows(it.subscriptions(), SettableClock.at(NOW))));

  private final Fixtures fixtures = Fixtures.of(WORKFLOWS.orchestrator());

  @AfterAll
  static void close() {
    WORKFLOWS.close();
  }

  @Test
  void aProductIsOrderedByItsName() {
    ProcessResult result =
        WORKFLOWS.run("create_line", product("Fast line"), Map.of("place", "Utrecht", "number", 7));

    assertThat(result).isCompleted().hasState("place", "Utrecht");
    Line line = result.subscription(Line.class);
    assertThat(line.speed).isEqualTo(100);
    assertThat(line.customerId()).isEqualTo(CustomerInfo.standard().customerId());
    assertThat(line.startDate()).isEqualTo(NOW);
  }

  @Test
  @SuppressWarnings("NullAway") // the page of a test leaves its customer out
  void aRecordMayLeaveItsCustomerOut() {
    ProcessResult result =
        WORKFLOWS.run("create_line", product("Slow line"), new LinePage(null, "Utrecht", 7));

    assertThat(result)
        .isCompleted()
        .hasState("customer_id", CustomerInfo.standard().customerId());
  }

  @Test
  void aProductThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> WORKFLOWS.run("create_line", product("Fastest line")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Fast line', 'Slow line'");
  }

  @Test
  void aFormIsAskedPageByPageAndStartsNothing() {
    long before = WORKFLOWS.orchestrator().lists().count(ProcessQuery.all());
    FormResult first = WORKFLOWS.runForm("create_line");
    FormResult second = WORKFLOWS.runForm("create_line", product("Slow line"));
    FormResult wrong =
        WORKFLOWS.runForm("create_line", product("Slow line"), Map.of("place", "U", "number", 7));
    FormResult complete = WORKFLOWS.runForm(
        "create_line", product("Slow line"), Map.of("place", "Utrecht", "number", 7));

    assertThat(first).asks("product").offers("product", "Fast line", "Slow line");
    assertThat(second)
        .hasTitle("Slow line")
        .asks("customer_id", "place", "number")
        .offers("number", "Seven");
    assertThat(wrong).refuses("place", "at least 2 characters");
    assertThat(complete).isComplete().hasState("number", 7);
    assertThat(WORKFLOWS.orchestrator().lists().count(ProcessQuery.all())).isEqualTo(before);
  }

  @Test
  void whatAFormDoesNotSayIsComplainedOf() {
    FormResult page = WORKFLOWS.runForm("create_line", product("Slow line"));
    FormResult wrong = WORKFLOWS.runForm("create_line", product("Slow line"), Map.of("place", "U"));

    assertThatThrownBy(() -> assertThat(page).asks("place")).hasMessageContaining("customer_id");
    assertThatThrownBy(() -> assertThat(page).hasTitle("Line")).hasMessageContaining("Slow line");
    assertThatThrownBy(() -> assertThat(page).offers("number", "Eight"))
        .hasMessageContaining("[Eight], found");
    assertThatThrownBy(() -> assertThat(page).isComplete())
        .hasMessageContaining("Expected a complete form, found a form that asks for");
    assertThatThrownBy(() -> assertThat(wrong).refuses("place", "at least 3"))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> assertThat(wrong).asks("place"))
        .hasMessageContaining("Expected a form that asks for a page");
  }

  @ParameterizedTest
  @EnumSource(SubscriptionLifecycle.class)
  void aFixtureIsStoredInSyncAtAnyStatus(SubscriptionLifecycle status) {
    Line line = fixtures
        .subscription(Line.class)
        .of("Fast line")
        .ofCustomer("c7")
        .at(status)
        .with(it -> it.line.place = "Utrecht")
        .with(it -> it.line.number = 7)
        .store();

    assertThat(line.status()).isEqualTo(status);
    assertThat(line.insync()).isTrue();
    assertThat(line.customerId()).isEqualTo("c7");
    assertThat(line.line.place).isEqualTo("Utrecht");
  }

  @Test
  void workflowsStartOnAFixture() {
    Line line = fixtures
        .subscription(Line.class)
        .of("Fast line")
        .with(it -> it.line.place = "Utrecht")
        .with(it -> it.line.number = 7)
        .store();

    ProcessResult moved = WORKFLOWS.run("move_line", subscription(line), new PlacePage("Delft"));

    assertThat(moved).isCompleted();
    assertThat(moved.subscription(Line.class).line.place).isEqualTo("Delft");
  }

  @Test
  void aFixtureSatisfiesWhatItsStatusDemands() {
    assertThatThrownBy(() -> fixtures.subscription(Line.class).of("Fast line").store())
        .isInstanceOf(InvalidSubscription.class)
        .hasMessageContaining("line.place");
  }

  @Test
  void whichOfSeveralProductsAFixtureIsMustBeSaid() {
    assertThatThrownBy(() -> fixtures.subscription(Line.class).store())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fixtures.subscription(Line.class).of(");
  }
}
