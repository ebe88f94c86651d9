package io.orchestrator4j;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.catalogue.CatalogueMismatch;
import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an orchestrator is put together in plain Java: what is registered, and what authors' classes are given. */
final class WiringTest {

  abstract static class PortBlock extends ProductBlockModel {
    public String portName;
  }

  @ProductBlock("FastPort")
  static class FastPortBlock extends PortBlock {}

  @ProductType("Port")
  @Product(name = "Port 10G", tag = "PORT10", description = "a fast port", fixed = "speed=10")
  static class Port extends SubscriptionModel {
    @FixedInput
    public int speed;

    public PortBlock port;
  }

  // tag::products
  @Workflows
  record Ports(Products products) {

    @Task("Look at the ports")
    StepList lookAtThePorts() {
      return begin().then(this::look);
    }

    @Step("Look")
    State look() {
      ProductInfo port = products.named("Port 10G");
      return State.of("speed", products.fixedInputs(port.productId(), Port.class).speed);
    }
  }
  // end::products

  private final String schema = TestingDatabase.freshSchema();

  private OrchestratorConfiguration configuration() {
    return Orchestrator.on(TestingDatabase.dataSource())
        .schema(schema)
        .productTypes(Port.class)
        .blocks(FastPortBlock.class);
  }

  @Test
  void aStepAsksTheProductsThatItsClassWasGivenBeforeTheStart() throws InterruptedException {
    OrchestratorConfiguration configuration = configuration();
    Ports ports = new Ports(configuration.products());

    try (Orchestrator orchestrator = configuration.workflows(ports).start()) {
      FormOutcome<ProcessId> started = orchestrator
          .operations()
          .start(Caller.system(), "look_at_the_ports", List.of(Json.object()));
      orchestrator.engine().awaitQuiet(Duration.ofSeconds(30));

      ProcessId process = ((FormOutcome.Complete<ProcessId>) started).result();
      assertThat(orchestrator
              .reader()
              .detail(process)
              .timeline()
              .state()
              .get("speed")
              .asInt())
          .isEqualTo(10);
      assertThat(orchestrator.products().types()).containsExactly("Port");
      assertThat(orchestrator.catalogue().products("PORT10", null).getFirst().blocks())
          .extracting(block -> block.name())
          .containsExactly("FastPort");
    }
  }

  @Test
  void productsSayThatTheyAreAskedTooEarly() {
    Products products = configuration().products();

    assertThatThrownBy(() -> products.named("Port 10G"))
        .hasMessage(
            "The orchestrator is not started yet; ask in forms and steps, not in constructors");
  }

  @Test
  void aStartThatVerifiesWritesNothing() {
    assertThatThrownBy(
            () -> configuration().catalogueMode(Registration.Mode.VERIFY).start())
        .isInstanceOf(CatalogueMismatch.class)
        .hasMessageContaining("missing  block 'FastPort'\n  missing  product 'Port 10G'");
    assertThat(TestingDatabase.count(schema, "products")).isZero();
    assertThat(TestingDatabase.count(schema, "nodes")).isZero();
  }
}
