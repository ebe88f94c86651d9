package io.orchestrator4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What a step can ask, before anybody answers. */
final class StepContextTest {

  private static final UUID ONE = UUID.fromString("01a20916-58af-73e3-b521-2e9fe480d84c");
  private static final UUID OTHER = UUID.fromString("01a20916-5915-79a7-b482-a3e349ce7bf8");

  record Vlan(int id) {}

  private final TestingStepServices services = new TestingStepServices(ONE, "reserve", 1);
  private final StepContext context = new StepContext(services);

  @Test
  void theKeyIsTheSameForEveryAttemptAndAnotherForEveryOtherStep() {
    assertThat(at(ONE, "reserve", 2).idempotencyKey()).isEqualTo(context.idempotencyKey());
    assertThat(at(ONE, "reserve#2", 1).idempotencyKey()).isNotEqualTo(context.idempotencyKey());
    assertThat(at(OTHER, "reserve", 1).idempotencyKey()).isNotEqualTo(context.idempotencyKey());
    assertThat(context.idempotencyKey("a"))
        .isNotEqualTo(context.idempotencyKey())
        .isNotEqualTo(context.idempotencyKey("b"))
        .isEqualTo(at(ONE, "reserve", 3).idempotencyKey("a"));
  }

  @Test
  void theKeyNeverChangesWithTheProgram() {
    // as Python's uuid3(process_id, "reserve") makes it
    assertThat(context.idempotencyKey()).hasToString("46aa640a-2d9a-3a82-809b-e8468bfa67aa");
  }

  @Test
  void onceFindsTheTypeOfALambda() throws IOException {
    Vlan vlan = context.once("vlan", () -> create(7));
    int number = context.once("number", () -> 5);
    context.once("nothing", () -> delete(7));

    assertThat(vlan).isEqualTo(new Vlan(7));
    assertThat(number).isEqualTo(5);
    assertThat(services.told)
        .containsExactly(
            "once vlan " + Vlan.class.getName(),
            "once number java.lang.Integer",
            "once nothing java.lang.Object");
  }

  @Test
  void onceTakesAMethodReference() {
    assertThat(context.<Vlan, RuntimeException>once("vlan", this::fixed)).isEqualTo(new Vlan(1));
  }

  @Test
  void onceRefusesAGenericResultAndNamesTheOverload() {
    assertThatThrownBy(() -> context.once("vlans", () -> List.of(new Vlan(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "once(\"vlans\", ...)", "only known as List", "new TypeReference<List<Port>>() {}");
    assertThat(services.told).isEmpty();
  }

  @Test
  void onceTakesAGenericResultWhoseTypeIsNamed() {
    List<Vlan> vlans =
        context.once("vlans", new TypeReference<List<Vlan>>() {}, () -> List.of(new Vlan(1)));

    assertThat(vlans).containsExactly(new Vlan(1));
    assertThat(services.told)
        .containsExactly("once vlans java.util.List<%s>".formatted(Vlan.class.getTypeName()));
  }

  @Test
  void onceRefusesACallOfAClassOfItsOwn() {
    OnceCall<Vlan, RuntimeException> call = new OnceCall<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public Vlan call() {
        return new Vlan(1);
      }
    };

    assertThatThrownBy(() -> context.once("vlan", call))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a class of its own instead of a lambda");
  }

  @Test
  void aStepThatIsWantedToEndSoonCanAskAndGiveUp() {
    assertThat(context.isCancelled()).isFalse();
    context.throwIfCancelled();

    services.cancellation = StepCancelled.Reason.ASKED;

    assertThat(context.isCancelled()).isTrue();
    assertThatThrownBy(context::throwIfCancelled)
        .isInstanceOf(StepCancelled.class)
        .hasMessage("The step ends early: somebody asked for the process to end");
  }

  @Test
  void progressStaysBetweenNothingAndAll() {
    context.progress(-3, "begins");
    context.progress(140, null);
    context.progress("somewhere");

    assertThat(services.told)
        .containsExactly("progress 0 begins", "progress 100 null", "progress null somewhere");
  }

  private Vlan create(int id) throws IOException {
    if (id < 0) {
      throw new IOException("no such vlan");
    }
    return new Vlan(id);
  }

  private void delete(int id) throws IOException {
    create(id);
  }

  private Vlan fixed() {
    return new Vlan(1);
  }

  private static StepContext at(UUID processId, String path, int attempt) {
    return new StepContext(new TestingStepServices(processId, path, attempt));
  }
}
