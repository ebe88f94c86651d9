package io.orchestrator4j.workflow;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.form.Accept;
import io.orchestrator4j.form.Callout;
import io.orchestrator4j.form.ContactPerson;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.DisplaySubscription;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.form.Timestamp;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import io.orchestrator4j.value.VlanRanges;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** How a step's parameters are filled from the State. */
final class ParametersTest {

  enum Mode {
    TAGGED,
    UNTAGGED
  }

  record Port(int number, Mode mode) {}

  @FormPage
  record Page(@Nullable Label intro, String groupName, int amount) {}

  record Topology(String value) {}

  @FormPage
  record Widgets(
      Topology topology,
      List<Topology> topologies,
      VlanRanges vlans,
      Inet6Address address,
      @Accept boolean accepted,
      @Timestamp Instant picked,
      List<ContactPerson> contacts,
      @DisplaySubscription @Nullable UUID shown,
      @Nullable Callout callout,
      Port port) {}

  record Limits(int amount, @JsonProperty("upper bound") long upperBound) {}

  @Workflows
  static final class Steps {

    private List<Object> seen = List.of();

    @Task("Simple")
    StepList simple() {
      return begin()
          .then(this::values)
          .then(this::absent)
          .then(this::records)
          .then(this::whole)
          .then(this::asked);
    }

    @Step("Values")
    void values(
        String groupName,
        int amount,
        UUID id,
        Mode mode,
        LocalDate day,
        Instant moment,
        BigDecimal share,
        List<Port> ports) {
      seen = List.of(groupName, amount, id, mode, day, moment, share, ports);
    }

    @Step("Absent")
    void absent(
        @Nullable String note,
        @DefaultValue("7") int number,
        @DefaultValue("untagged") Mode mode2,
        @JsonProperty("link member") String linkMember) {
      seen = List.of(String.valueOf(note), number, mode2, linkMember);
    }

    @Step("Records")
    void records(Page page, @FromState Limits limits, @FromState @Nullable Missing missing) {
      seen = List.of(page, limits, String.valueOf(missing));
    }

    @Step("Asked")
    void asked(Widgets page, Topology topology, VlanRanges vlans, Inet6Address address) {
      seen = List.of(page, topology, vlans, address);
    }

    @Step("Whole")
    Map<String, Integer> whole(State state, StepContext context) {
      seen = List.of(state.get("group_name", String.class), context.attempt());
      return Map.of("answer", 42);
    }
  }

  record Missing(String nowhere) {}

  private static final ObjectNode STATE = (ObjectNode) Json.read("""
      {"group_name":"ops","amount":3,"id":"11111111-2222-3333-4444-555555555555","mode":"tagged",
       "day":"2026-01-31","moment":"2026-01-31T10:00:00Z","share":1.10,"link member":"x","upper bound":9000000000,
       "ports":[{"number":1,"mode":"untagged"}]}""");

  private final Steps steps = new Steps();
  private final List<PlacedStep> placed =
      DefinedWorkflows.of(List.of(steps)).named("simple").orElseThrow().steps();

  @Test
  void valuesAreConvertedToTheirTypes() throws Exception {
    call(1);

    assertThat(steps.seen)
        .containsExactly(
            "ops",
            3,
            UUID.fromString("11111111-2222-3333-4444-555555555555"),
            Mode.TAGGED,
            LocalDate.of(2026, 1, 31),
            Instant.parse("2026-01-31T10:00:00Z"),
            new BigDecimal("1.10"),
            List.of(new Port(1, Mode.UNTAGGED)));
  }

  @Test
  void absentOnesAreNullOrTheirDefault() throws Exception {
    call(2);

    assertThat(steps.seen).containsExactly("null", 7, Mode.UNTAGGED, "x");
  }

  @Test
  void pagesAndRecordsArePutTogetherAgain() throws Exception {
    call(3);

    assertThat(steps.seen)
        .containsExactly(new Page(null, "ops", 3), new Limits(3, 9_000_000_000L), "null");
  }

  @Test
  void whatFormsAskForComesBack() throws Exception {
    Topology mesh = new Topology("mesh");
    VlanRanges vlans = VlanRanges.parse("20-23");
    Inet6Address address = (Inet6Address) InetAddress.ofLiteral("2001:db8::1");
    Widgets page = new Widgets(
        mesh,
        List.of(mesh),
        vlans,
        address,
        true,
        Instant.EPOCH,
        List.of(new ContactPerson("Ann", "ann@example.org", "")),
        null,
        null,
        new Port(1, Mode.TAGGED));
    ObjectNode state = State.of(page).toTree();

    State _ = call(5, state);

    assertThat(steps.seen).containsExactly(page, mesh, vlans, address);
    assertThat(state.path("topology").asString()).isEqualTo("mesh");
    assertThat(state.has("callout")).isFalse();
  }

  @Test
  void theWholeStateAndTheContextAreThere() throws Exception {
    assertThat(call(4).toTree()).isEqualTo(Json.read("{\"answer\":42}"));
    assertThat(steps.seen).containsExactly("ops", 2);
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    ObjectNode state = STATE.deepCopy();
    state.put("amount", "many");

    assertThatThrownBy(() -> call(1, state))
        .isInstanceOf(NotConvertible.class)
        .hasMessageContaining(
            ": the parameter 'amount' reads the key 'amount': \"many\" cannot be read as int");
  }

  @Test
  void aNullWhereNoneIsAllowedIsRefused() {
    ObjectNode state = STATE.deepCopy();
    state.putNull("group_name");

    assertThatThrownBy(() -> call(1, state))
        .isInstanceOf(MissingKey.class)
        .hasMessageContaining("reads the key 'group_name', which is null");
  }

  private State call(int step) throws Exception {
    return call(step, STATE);
  }

  private State call(int step, ObjectNode state) throws Exception {
    return placed
        .get(step)
        .prepare(
            state,
            new StepContext(new TestingStepServices(new UUID(0, 0), "whole", 2)),
            StepModels.none().open(null, "ann"))
        .call();
  }
}
