package io.orchestrator4j.subscription;

import io.orchestrator4j.value.Json;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Says when the history keeps a whole tree besides the change: at first, and once the changes since outweigh it. */
final class History {

  // rows cost something however little is in them, and a small tree is not worth one more
  private static final int LEAST_WEIGHT = 100;
  private static final int LEAST_ROOM = 2_000;

  private History() {}

  static SubscriptionChange.History first(ObjectNode whole) {
    return withSnapshot(Json.object(), whole);
  }

  static SubscriptionChange.History next(int room, ObjectNode change, Supplier<ObjectNode> whole) {
    String text = Json.write(change);
    int rest = room - Math.max(text.length(), LEAST_WEIGHT);
    return rest < 0
        ? withSnapshot(change, whole.get())
        : new SubscriptionChange.History(text, null, rest);
  }

  private static SubscriptionChange.History withSnapshot(ObjectNode change, ObjectNode whole) {
    String text = Json.write(whole);
    return new SubscriptionChange.History(
        Json.write(change), text, Math.max(text.length(), LEAST_ROOM));
  }
}
