package io.orchestrator4j.workflow;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which parameters are domain models, and what is asked for them. */
final class ModelParametersTest {

  interface Device {}

  @ProductType("Parameter Node")
  static class Node extends SubscriptionModel implements Device {}

  @ProductType("Parameter Port")
  static class Port extends SubscriptionModel {}

  @ProductType("Parameter Stranger")
  static class Stranger extends SubscriptionModel {}

  private static final DefinedProducts PRODUCTS =
      DefinedProducts.of(List.of(Node.class, Port.class), List.of());

  @Workflows(Node.class)
  static final class Nodes {

    private List<@Nullable Object> seen = new ArrayList<>();

    @ModifyWorkflow("Modify")
    StepList modify() {
      return begin(this::ask).then(this::one).then(this::many).then(this::ask2);
    }

    State ask(Form form, Node subscription) {
      seen.add(subscription);
      return State.empty();
    }

    @InputStep("Ask again")
    State ask2(Form form, Node subscription) {
      seen.add(subscription);
      return State.of("subscription", subscription);
    }

    @Step("One")
    Node one(
        @InLifecycle({ACTIVE, PROVISIONING}) Node subscription,
        @JsonProperty("other") SubscriptionModel another,
        Device device,
        @Nullable Port port) {
      seen = new ArrayList<>();
      seen.add(subscription);
      seen.add(another);
      seen.add(device);
      seen.add(port);
      return subscription;
    }

    @Step("Many")
    Device many(List<Port> ports, @Nullable List<? extends Device> devices) {
      seen = new ArrayList<>();
      seen.add(ports);
      seen.add(devices);
      return new Node();
    }
  }

  /** A unit that notes what it is asked for, and gives new models. */
  private static final class Noting implements StepUnit {

    private final List<StepParameter.Model> asked = new ArrayList<>();
    private final List<JsonNode> stored = new ArrayList<>();
    private final Node node = new Node();

    @Override
    public Object load(StepParameter.Model parameter, JsonNode value) {
      asked.add(parameter);
      stored.add(value);
      return parameter.list() ? List.of(new Port()) : node;
    }

    @Override
    public <T extends @Nullable Object> T within(Callable<T> call) throws Exception {
      return call.call();
    }

    @Override
    public State perform(LifecycleStep step, ObjectNode state) {
      return State.empty();
    }

    @Override
    public StepEffects end(State result) {
      return StepEffects.none(result);
    }
  }

  private final Nodes nodes = new Nodes();
  private final Noting unit = new Noting();
  private final WorkflowDefinition workflow =
      DefinedWorkflows.of(List.of(nodes), PRODUCTS, List.of()).named("modify").orElseThrow();
  private final StepContext context =
      new StepContext(new TestingStepServices(new UUID(0, 0), "one", 1));

  private PlacedStep step(String path) {
    return workflow.steps().stream()
        .filter(placed -> placed.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void productTypesWhatTheyExtendAndWhatTheyImplementAreLoaded() throws Exception {
    ObjectNode state =
        (ObjectNode) Json.read("{\"subscription\":\"a\",\"other\":\"b\",\"device\":\"c\"}");

    State result = step("one").prepare(state, context, unit).call();

    assertThat(nodes.seen).containsExactly(unit.node, unit.node, unit.node, null);
    assertThat(unit.stored).extracting(JsonNode::stringValue).containsExactly("a", "b", "c");
    assertThat(unit.asked)
        .containsExactly(
            model("subscription", "subscription", Node.class, false, Set.of(ACTIVE, PROVISIONING)),
            model("another", "other", SubscriptionModel.class, false, Set.of()),
            model("device", "device", Device.class, false, Set.of()));
    assertThat(result.get("subscription", Node.class)).isSameAs(unit.node);
  }

  private static StepParameter.Model model(
      String name, String key, Class<?> type, boolean list, Set<SubscriptionLifecycle> lifecycles) {
    return new StepParameter.Model("Nodes.one", name, key, type, list, false, lifecycles);
  }

  @Test
  void listsOfThemAreLoadedAsAWhole() throws Exception {
    ObjectNode state = (ObjectNode) Json.read("{\"ports\":[\"a\",\"b\"],\"devices\":null}");

    State result = step("many").prepare(state, context, unit).call();

    assertThat(nodes.seen).hasSize(2).last().isNull();
    assertThat(unit.asked)
        .containsExactly(new StepParameter.Model(
            "Nodes.many", "ports", "ports", Port.class, true, false, Set.of()));
    assertThat(unit.stored).containsExactly(Json.read("[\"a\",\"b\"]"));
    assertThat(result.keys()).containsExactly("subscription");
  }

  @Test
  void oneThatTheStateDoesNotHaveIsRefusedBeforeAnythingIsLoaded() {
    assertThatThrownBy(() -> step("one").prepare(Json.object(), context, unit))
        .isInstanceOf(MissingKey.class)
        .hasMessageContaining(
            "Nodes.one: the parameter 'subscription' (Node) reads the key 'subscription', which is missing");
    assertThatThrownBy(() -> step("many").prepare(Json.object(), context, unit))
        .hasMessageContaining("the parameter 'ports' (List<Port>) reads the key 'ports'");
    assertThat(unit.asked).isEmpty();
  }

  @Test
  void nothingOfTheAuthorsIsCalledWhileTheyAreLoaded() {
    ObjectNode state =
        (ObjectNode) Json.read("{\"subscription\":\"a\",\"other\":\"b\",\"device\":\"c\"}");

    Callable<State> call = step("one").prepare(state, context, unit);

    assertThat(unit.asked).hasSize(3);
    assertThat(nodes.seen).isEmpty();
    assertThat(call).isNotNull();
  }

  @Test
  void formsTakeThemToo() throws Exception {
    ObjectNode state = (ObjectNode) Json.read("{\"subscription\":\"a\"}");

    FormOutcome<State> start = new Forms(FormServices.standard())
        .replay(form -> workflow.ask(state, form, unit), List.of());
    FormOutcome<State> again = new Forms(FormServices.standard())
        .replay(form -> step("ask2").ask(state, form, unit), List.of());

    assertThat(nodes.seen).containsExactly(unit.node, unit.node);
    assertThat(List.of(start, again)).allMatch(FormOutcome.Complete.class::isInstance);
  }

  @Workflows(Node.class)
  static final class Wrong {
    @ModifyWorkflow("A stranger")
    StepList aStranger() {
      return begin().then(this::takesAStranger);
    }

    @Step("Takes a stranger")
    void takesAStranger(Stranger stranger) {}

    @ModifyWorkflow("Marked")
    StepList marked() {
      return begin().then(this::takesText);
    }

    @Step("Takes a text")
    void takesText(@InLifecycle(ACTIVE) String text) {}

    @ModifyWorkflow("By default")
    StepList byDefault() {
      return begin().then(this::hasDefault);
    }

    @Step("Has a default")
    void hasDefault(@DefaultValue("none") Port port) {}
  }

  @Test
  void whatCannotBeLoadedIsRefusedAtStart() {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(new Wrong()), PRODUCTS, List.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(
            "Wrong.takesAStranger: the parameter 'stranger' is a Stranger, which is no product type of this"
                + " application. Mark the class @ProductType and register it with the other product types.",
            "Wrong.takesText: the parameter 'text' is marked @InLifecycle and is a String, which has no life"
                + " cycle. Mark domain models only.",
            "Wrong.hasDefault: the parameter 'port' is a Port and has a @DefaultValue, and a domain model has"
                + " none. Mark it @Nullable instead.");
  }

  @Test
  void anApplicationWithoutProductTypesSaysThatItHasNone() {
    StepUnit none = StepModels.none().open(null, "ann");
    StepParameter.Model parameter =
        model("subscription", "subscription", Node.class, false, Set.of());

    assertThatThrownBy(() -> none.load(parameter, Json.object()))
        .hasMessage(
            "Nodes.one: the parameter 'subscription' is a domain model, and this application has no"
                + " product types. Register them");
    assertThatThrownBy(() -> none.perform(new LifecycleStep.Lock(true), Json.object()))
        .hasMessageStartingWith(
            "The builtin step 'Lock subscription' does something to a subscription");
  }
}
