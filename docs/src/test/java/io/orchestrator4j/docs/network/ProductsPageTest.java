package io.orchestrator4j.docs.network;

import static io.orchestrator4j.docs.network.PortMode.UNTAGGED;
import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.DISABLED;
import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.MIGRATING;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.docs.Said;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.SubscriptionHistory;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.subscription.UnitOfWork;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.workflow.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page on products shows is so, and what it quotes is said. */
final class ProductsPageTest {

  private static final Said PAGE = Said.on("docs/guide/products.md");

  private static Controller controller;
  private static Mistakes mistakes;
  private static WorkflowRunner workflows;
  private static Fixtures fixtures;
  private static Subscriptions subscriptions;
  private static int unnamed;

  @BeforeAll
  static void start() {
    controller = new Controller();
    mistakes = new Mistakes();
    workflows = WorkflowRunner.configured(it -> it.productTypes(Port.class)
        .workflows(new CircuitWorkflows(it.subscriptions(), controller), mistakes));
    fixtures = Fixtures.of(workflows.orchestrator());
    subscriptions = workflows.orchestrator().subscriptions();
  }

  @AfterAll
  static void close() {
    workflows.close();
  }

  @Test
  void aCircuitIsSoldBetweenTwoPorts() {
    ProcessResult result = order(port("sold-1"), port("sold-2"));

    assertThat(result).isCompleted();
    Circuit circuit = result.subscription(Circuit.class);
    assertThat(circuit.status()).isEqualTo(ACTIVE);
    assertThat(circuit.circuit.circuitId).isNotNull();
    assertThat(circuit.circuit.endpoints)
        .extracting(endpoint -> endpoint.port.portName)
        .containsExactly("sold-1", "sold-2");
    assertThat(circuit.circuit.endpoints)
        .allSatisfy(endpoint -> assertThat(endpoint.encapsulation)
            .isInstanceOfSatisfying(
                TaggedBlock.class, tagged -> assertThat(tagged.vlan).isEqualTo(7)));
  }

  @Test
  void theFormOffersTaggedPortsThatAreActive() {
    Port untagged = fixtures
        .subscription(Port.class)
        .of("Port 1G")
        .with(it -> it.port.portName = "untagged")
        .with(it -> it.port.portMode = UNTAGGED)
        .with(it -> it.port.inventoryId = 2)
        .store();

    assertThat(workflows.runForm("create_circuit", product("Circuit"), page(port(), untagged)))
        .refuses("ports", "Input should be");
    assertThat(workflows.runForm("create_circuit", product("Circuit"), page(port(), port())))
        .isComplete();
  }

  @Test
  void theBandwidthIsChanged() {
    Circuit circuit = circuit();

    ProcessResult result =
        workflows.run("change_bandwidth", subscription(circuit), Map.of("bandwidth", 500));

    assertThat(result).isCompleted();
    assertThat(result.subscription(Circuit.class).circuit.bandwidth).isEqualTo(500);
    assertThat(controller.limits).contains(500);
  }

  @Test
  void aNewBlockHasTheBlocksThatItMustHave() {
    CircuitBlock circuit = new CircuitBlock();

    assertThat(circuit.endpoints).hasSize(2);
    assertThat(circuit.endpoints.getFirst().port).isNull();
    assertThat(circuit.endpoints.getFirst().encapsulation).isNull();
  }

  // --- statuses

  @ParameterizedTest
  @EnumSource
  void whichStatusesFitTogetherIsInATable(SubscriptionLifecycle status) throws IOException {
    assertThat(Files.readString(Path.of("guide/products.md")))
        .contains("| `%s` | %s | %s |\n"
            .formatted(status, listed(status.successors()), listed(status.allowedUsers())));
  }

  // in the order of a life, which is not that of the constants
  private static String listed(Set<SubscriptionLifecycle> statuses) {
    return Stream.of(INITIAL, PROVISIONING, ACTIVE, MIGRATING, DISABLED, TERMINATED)
        .filter(statuses::contains)
        .map("`%s`"::formatted)
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatAStatusDemandsIsSaid() throws IOException {
    Port port = fixtures
        .subscription(Port.class)
        .of("Port 1G")
        .at(PROVISIONING)
        .with(it -> it.port.portName = "ams-2")
        .with(it -> it.description("Port ams-2"))
        .store();

    PAGE.quotes("port without a number", saidOf(() -> port.transitionTo(ACTIVE)));
  }

  @Test
  void allThatIsMissingIsSaidWithItsPath() throws IOException {
    Circuit circuit = circuit();

    PAGE.quotes("circuit without much", failure(circuit, Circuit.class, it -> {
      it.circuit.endpoints.get(0).encapsulation = null;
      tagged(it, 1).vlan = 1;
      it.circuit.bandwidth = null;
      return it;
    }));
  }

  @Test
  void aStatusThatDoesNotFollowIsRefused() throws IOException {
    Port port = port("ams-3");

    PAGE.quotes("status that does not follow", saidOf(() -> port.transitionTo(INITIAL)));
  }

  // --- finding

  @Test
  void subscriptionsAreFound() {
    Port port = port("ams-1");
    Circuit circuit = order(port, port()).subscription(Circuit.class);
    UUID id = port.subscriptionId();
    String customerId = port.customerId();

    // tag::find
    Port byId = subscriptions.load(Port.class, id);
    Port byName =
        subscriptions.find(Port.class).where("port.port_name", "ams-1").one();
    List<Port> fast =
        subscriptions.find(Port.class).in(ACTIVE).where("speed", 10000).list();
    List<Circuit> atPort = subscriptions
        .find(Circuit.class)
        .ofCustomer(customerId)
        .where("circuit.endpoints.port.port_name", "ams-1")
        .list();
    long waiting = subscriptions.find(Circuit.class).in(PROVISIONING).count();
    PortBlock block =
        subscriptions.blocks(PortBlock.class).where("port_name", "ams-1").one();
    // end::find

    assertThat(byId.port.portName).isEqualTo("ams-1");
    assertThat(byName.subscriptionId()).isEqualTo(id);
    assertThat(fast).extracting(Port::subscriptionId).contains(id);
    assertThat(atPort)
        .extracting(Circuit::subscriptionId)
        .containsExactly(circuit.subscriptionId());
    assertThat(waiting).isZero();
    assertThat(block.owner().subscriptionId()).isEqualTo(id);
  }

  @Test
  void wrongPathsAreRefused() throws IOException {
    PAGE.quotes(
        "path that leads nowhere",
        saidOf(() -> subscriptions.find(Port.class).where("port.name", "ams-1").one()));
    PAGE.quotes(
        "path that leads to blocks",
        saidOf(() ->
            subscriptions.find(Circuit.class).where("circuit.endpoints", 7).list()));
    PAGE.quotes(
        "value that a field cannot have",
        saidOf(
            () -> subscriptions.find(Port.class).where("port.port_mode", "both").list()));
    PAGE.quotes(
        "none found",
        saidOf(() ->
            subscriptions.find(Port.class).where("port.port_name", "ams-99").one()));
  }

  @Test
  void whatIsOfAnotherTypeIsNotLoaded() throws IOException {
    Circuit circuit = circuit();

    PAGE.quotes(
        "other type", saidOf(() -> subscriptions.load(Port.class, circuit.subscriptionId())));
  }

  @Test
  void fromOneBlockOneGetsToOthers() {
    Port port = port();
    Circuit circuit = order(port, port()).subscription(Circuit.class);
    UUID id = port.subscriptionId();

    // tag::walk
    PortBlock block = subscriptions.load(Port.class, id).port;
    List<EndpointBlock> ends = block.inUseBy(EndpointBlock.class); // in other subscriptions, too
    SubscriptionModel first = ends.getFirst().owner(); // the circuit, with its tree
    List<PortBlock> ports = ends.getFirst().dependsOn(PortBlock.class); // what its fields hold

    List<SubscriptionHeader> users = subscriptions.inUseBy(port); // without trees
    List<SubscriptionHeader> used = subscriptions.dependsOn(circuit);
    // end::walk

    assertThat(first.subscriptionId()).isEqualTo(circuit.subscriptionId());
    assertThat(ports).containsExactly(block);
    assertThat(users).hasSize(1);
    assertThat(used).hasSize(2);
    assertThat(block.circuits()).isEqualTo(1);
    assertThat(circuit.blocks()).hasSize(5);
    assertThat(circuit.owns(circuit.circuit.endpoints.getFirst())).isTrue();
    assertThat(circuit.owns(circuit.circuit.endpoints.getFirst().port)).isFalse();
  }

  // --- saving

  @Test
  void whatIsNotReturnedIsNotLost() throws IOException {
    Circuit circuit = circuit();

    PAGE.quotes("not returned", failure(circuit, Circuit.class, it -> {
      it.circuit.bandwidth = 500;
      return null;
    }));
  }

  @Test
  void aSharedBlockIsReadOnly() throws IOException {
    Circuit circuit = order(port("ams-4"), port()).subscription(Circuit.class);

    PAGE.quotes("shared block", failure(circuit, Circuit.class, it -> {
      it.circuit.endpoints.getFirst().port.remark = "used";
      return it;
    }));
  }

  @Test
  void aBlockHasOnePlace() throws IOException {
    Circuit circuit = circuit();

    PAGE.quotes("two places", failure(circuit, Circuit.class, it -> {
      EndpointBlock first = it.circuit.endpoints.getFirst();
      it.circuit.endpoints = List.of(first, first);
      return it;
    }));
  }

  @Test
  void aSharedFieldTakesNoNewBlocks() throws IOException {
    Circuit circuit = circuit();

    PAGE.quotes("shared fields take no new blocks", failure(circuit, Circuit.class, it -> {
      it.circuit.endpoints.getFirst().port = new PortBlock();
      return it;
    }));
  }

  @Test
  void aBlockOfAnotherStepIsRefused() throws IOException {
    Circuit circuit = circuit();
    PortBlock before = port().port;

    PAGE.quotes("other step", failure(circuit, Circuit.class, it -> {
      it.circuit.endpoints.getFirst().port = before;
      return it;
    }));
  }

  @Test
  void aValueThatIsTakenIsRefused() throws IOException {
    port("ams-5");
    Port other = port("ams-6");

    PAGE.quotes("value taken", failure(other, Port.class, it -> {
      it.port.portName = "ams-5";
      return it;
    }));
  }

  @Test
  void whatIsInUseDoesNotEnd() throws IOException {
    Port port = port("ams-7");
    assertThat(order(port, port())).isCompleted();

    PAGE.quotes("in use", failure(port, Port.class, it -> {
      it.transitionTo(TERMINATED);
      return it;
    }));
  }

  @Test
  void whatIsNotReadyIsNotUsed() throws IOException {
    Circuit circuit = circuit();
    Port disabled = port("ams-8");
    assertThat(changed(disabled, Port.class, it -> {
          it.transitionTo(DISABLED);
          return it;
        }))
        .isCompleted();

    PAGE.quotes("not ready", failure(circuit, Circuit.class, it -> {
      it.circuit.endpoints.getFirst().port =
          subscriptions.load(Port.class, disabled.subscriptionId()).port;
      return it;
    }));
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsRefused() throws IOException {
    Circuit circuit = circuit();
    Port port = port("ams-9");

    PAGE.quotes("stale", failure(circuit, Circuit.class, it -> {
      Port loaded = subscriptions.load(Port.class, port.subscriptionId());
      loaded.port.remark = "slow";
      storeMeanwhile(port.subscriptionId());
      return loaded;
    }));
  }

  @Test
  void whatAProcessHasLockedIsNotChangedByAnother() throws IOException {
    Circuit circuit = circuit();
    Port port = port("ams-10");
    assertThat(failure(port, Port.class, it -> {
          throw new IllegalStateException("The switch does not answer");
        }))
        .contains("The switch does not answer");

    PAGE.quotes("locked", failure(circuit, Circuit.class, it -> {
      Port loaded = subscriptions.load(Port.class, port.subscriptionId());
      loaded.port.remark = "mine";
      return loaded;
    }));
  }

  // --- history

  @Test
  void aSubscriptionHasAHistory() {
    Circuit circuit = circuit();
    assertThat(workflows.run("change_bandwidth", subscription(circuit), Map.of("bandwidth", 500)))
        .isCompleted();
    UUID id = circuit.subscriptionId();

    Orchestrator orchestrator = workflows.orchestrator();

    // tag::history
    SubscriptionHistory history = orchestrator.subscriptionStore().history();
    List<SubscriptionHistory.Version> versions = history.versions(id, Integer.MAX_VALUE, 10);
    Circuit before = (Circuit) history.at(id, circuit.version());
    // end::history

    assertThat(versions.getFirst().version())
        .isEqualTo(subscriptions.load(Circuit.class, id).version());
    assertThat(before.circuit.bandwidth).isEqualTo(100);
  }

  private static Port port(String name) {
    return fixtures
        .subscription(Port.class)
        .of("Port 10G")
        .with(it -> it.port.portName = name)
        .with(it -> it.port.inventoryId = name.hashCode())
        .with(it -> it.description("Port " + name))
        .store();
  }

  private static Port port() {
    unnamed++;
    return port("unnamed " + unnamed);
  }

  private static Circuit circuit() {
    ProcessResult result = order(port(), port());
    assertThat(result).isCompleted();
    return result.subscription(Circuit.class);
  }

  private static ProcessResult order(Port one, Port other) {
    return workflows.run("create_circuit", product("Circuit"), page(one, other));
  }

  private static Map<String, Object> page(Port one, Port other) {
    List<UUID> ports = List.of(one.subscriptionId(), other.subscriptionId());
    return Map.of("ports", ports, "vlan", 7, "bandwidth", 100);
  }

  private static TaggedBlock tagged(Circuit circuit, int end) {
    return (TaggedBlock) circuit.circuit.endpoints.get(end).encapsulation;
  }

  private interface Change<S extends SubscriptionModel> {
    SubscriptionModel make(S subscription);
  }

  private static <S extends SubscriptionModel> ProcessResult changed(
      S subscription, Class<S> type, Change<S> change) {
    mistakes.next(it -> {
      SubscriptionModel returned = change.make(type.cast(it));
      return returned == null ? State.empty() : State.of("subscription", returned);
    });
    return workflows.run("make_mistake", subscription(subscription));
  }

  private static <S extends SubscriptionModel> String failure(
      S subscription, Class<S> type, Change<S> change) {
    ProcessResult result = changed(subscription, type, change);
    assertThat(result).hasFailedAt("Change the subscription");
    return Objects.requireNonNull(result.failedReason());
  }

  private static void storeMeanwhile(UUID portId) {
    SubscriptionStore store = workflows.orchestrator().subscriptionStore();
    UnitOfWork unit = store.open(null, "ann");
    Port port = unit.load(Port.class, portId);
    port.port.remark = "fast";
    store.save(unit.end(List.of(port)));
  }

  private static String saidOf(ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowable(call).getMessage());
  }

  private static final class Controller implements CircuitController {

    private final List<Integer> limits = new ArrayList<>();
    private int last;

    @Override
    public int connect(CircuitBlock circuit) {
      last++;
      return last;
    }

    @Override
    public void limit(int circuitId, int bandwidth) {
      limits.add(bandwidth);
    }
  }
}
