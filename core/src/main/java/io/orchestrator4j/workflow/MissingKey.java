package io.orchestrator4j.workflow;

/** A step asked for a key that the State does not have. */
public final class MissingKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private MissingKey(String message) {
    super(message);
  }

  static MissingKey of(String key, Class<?> type, State state) {
    return new MissingKey("The State has no '%s' (%s) that is not null. It has: %s"
        .formatted(key, type.getSimpleName(), keys(state)));
  }

  static MissingKey ofParameter(
      String place, String parameter, String type, String key, State state) {
    boolean there = state.has(key);
    return new MissingKey(
        ("%s: the parameter '%s' (%s) reads the key '%s', which is %s. The State has: %s. %s the key from an earlier"
                + " step or form, or mark the parameter @Nullable or @DefaultValue(...)")
            .formatted(
                place,
                parameter,
                type,
                key,
                there ? "null" : "missing",
                keys(state),
                there ? "Return" : "Name the parameter after one of these, return"));
  }

  private static String keys(State state) {
    return state.keys().isEmpty() ? "no keys" : String.join(", ", state.keys());
  }
}
