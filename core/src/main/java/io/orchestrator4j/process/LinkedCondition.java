package io.orchestrator4j.process;

import java.util.function.Function;

/** A condition on the processes of a list, put by who knows what they are linked with. */
@FunctionalInterface
public interface LinkedCondition {

  /**
   * The condition as SQL about the process {@code p}.
   *
   * @param bound gives a value the name that stands for it in the text; whatever was asked for goes this way
   */
  String sql(Function<Object, String> bound);
}
