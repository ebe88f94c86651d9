package io.orchestrator4j.docs;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of the page for those who know Workflow Orchestrator, one test each. */
final class FromTheReferenceTest {

  private final Network network = new Network();
  private final List<String> told = new ArrayList<>();

  // tag::plain
  private final WorkflowRunner workflows = WorkflowRunner.configured(it -> it.workflows(
      new MySubscriptionWorkflows(it.subscriptions(), this::tell),
      new NodeEnrollmentWorkflows(network, network)));
  private final Fixtures fixtures = Fixtures.of(workflows.orchestrator());

  @AfterEach
  void close() {
    workflows.close();
  }

  @Test
  void theMinimalCreateWorkflow() {
    ProcessResult result = workflows.run(
        "create_product_subscription", product("My product"), Map.of("user_input", "a pony"));

    assertThat(result).isCompleted();
    assertThat(result.subscription(MySubscription.class).status()).isEqualTo(ACTIVE);
  }
  // end::plain

  @Test
  void theDefaultStepsAreExecutedAroundThoseOfTheWorkflow() {
    ProcessResult result = workflows.run(
        "create_product_subscription", product("My product"), Map.of("user_input", "a pony"));

    assertThat(result.rows())
        .startsWith("Start success", "Create subscription success")
        .endsWith("Unlock subscription success", "Done complete");
  }

  @Test
  void theStepWithProductAndUserInput() {
    ProcessResult result = workflows.run(
        "create_product_subscription", product("My product"), Map.of("user_input", "a pony"));

    MySubscription subscription = result.subscription(MySubscription.class);
    assertThat(subscription.product().name()).isEqualTo("My product");
    assertThat(subscription.myBlock.wish).isEqualTo("a pony");
    assertThat(result.state().has("subscription")).isTrue();
  }

  @Test
  void theStepThatReceivesTheDomainModel() {
    ProcessResult result =
        workflows.run("create_and_tell", product("My product"), Map.of("user_input", "a pony"));

    assertThat(result).isCompleted().hasState("response", "noted: a pony");
    assertThat(told).containsExactly("a pony");
  }

  @Test
  void checkNsoFailsAsInconsistentData() {
    NodeEnrollment node = node(PROVISIONING);

    ProcessResult result = workflows.run("validate_node_enrollment", subscription(node));

    assertThat(result)
        .hasStatus(ProcessStatus.INCONSISTENT_DATA)
        .hasFailedAt("Check NSO")
        .withMessageContaining("Device not found in NSO");
  }

  @Test
  void checkNsoPasses() {
    NodeEnrollment node = node(PROVISIONING);
    network.devices.add("core-1");

    ProcessResult result = workflows.run("validate_node_enrollment", subscription(node));

    assertThat(result).isCompleted().hasState("check_nso", "OK");
  }

  @Test
  void checkNsoIsATask() {
    assertThat(workflows.orchestrator().workflows().named("validate_node_enrollment"))
        .hasValueSatisfying(workflow -> assertThat(workflow.isTask()).isTrue());
  }

  @Test
  void activateSubscription() {
    NodeEnrollment node = node(PROVISIONING);

    ProcessResult result =
        workflows.run("modify_node_enrollment", subscription(node), Map.of("node_name", "core-1"));

    assertThat(result).isCompleted();
    NodeEnrollment activated = result.subscription(NodeEnrollment.class);
    assertThat(activated.status()).isEqualTo(ACTIVE);
    assertThat(activated.description()).isEqualTo("Node core-1 Production");
  }

  @Test
  void loadRelevantSubscriptionInformation() {
    NodeEnrollment node = node(ACTIVE);
    network.devices.add("core-1");

    ProcessResult result = workflows.run("terminate_node_enrollment", subscription(node), Map.of());

    assertThat(result).isCompleted().hasState("node_name", "core-1");
    assertThat(result.subscription(NodeEnrollment.class).status()).isEqualTo(TERMINATED);
    assertThat(network.devices).isEmpty();
  }

  private NodeEnrollment node(SubscriptionLifecycle status) {
    return fixtures
        .subscription(NodeEnrollment.class)
        .at(status)
        .with(it -> it.ne.esdbNodeId = 7)
        .store();
  }

  private String tell(MyBlock payload) {
    told.add(payload.wish);
    return "noted: " + payload.wish;
  }

  /** An inventory that knows one node, and what provisions its devices. */
  private static final class Network
      implements NodeEnrollmentWorkflows.Esdb, NodeEnrollmentWorkflows.Nso {

    private final Set<String> devices = new HashSet<>();

    @Override
    public Node node(int id) {
      return new Node("core-1");
    }

    @Override
    public Optional<String> device(String name) {
      return devices.contains(name) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public void remove(String name) {
      devices.remove(name);
    }
  }
}
