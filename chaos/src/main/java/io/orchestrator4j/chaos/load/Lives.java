package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.scenario.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lives of subscriptions: when each process of one may be started. All changes begin as soon as the subscription is
 * there, so that they meet; what ends it waits for them. Thread-safe.
 */
final class Lives {

  private final Map<Integer, List<Work>> byLife;

  Lives(List<Work> works) {
    this.byLife = works.stream()
        .filter(work -> work.scenario().kind().isOnSubscription())
        .collect(Collectors.groupingBy(work -> work.scenario().life()));
  }

  /** Whether all is over that must be over before this may be started. */
  boolean mayStart(Work work) {
    Kind kind = work.scenario().kind();
    return switch (kind) {
      case CREATE -> true;
      case MODIFY, VALIDATE -> creation(work).isOver();
      case TERMINATE, MODIFY_BREAK, MODIFY_WAIT, MODIFY_ABORT ->
        life(work).stream().filter(other -> !other.equals(work)).allMatch(Work::isOver);
      case COUNT, COUNT_LONG, CALL, EFFECT, ASK, WAIT, FAIL, BREAK, ABORT -> true;
    };
  }

  /** The subscription that this is about; null where that is not known, as before its creation. */
  @Nullable
  UUID subscription(Work work) {
    return creation(work).subscription();
  }

  private Work creation(Work work) {
    return life(work).getFirst();
  }

  private List<Work> life(Work work) {
    return Objects.requireNonNull(byLife.get(work.scenario().life()));
  }
}
