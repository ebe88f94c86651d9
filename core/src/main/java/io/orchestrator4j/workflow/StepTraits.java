package io.orchestrator4j.workflow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a step besides what it does; all of it may change while processes run.
 *
 * @param assignee who is expected to act when the process stops at the step
 * @param resumeAuthorize who may resume from the step on; null where an earlier rule goes on to hold
 * @param retryAuthorize who may retry from the step on; null where those may who may resume
 * @param repeatable whether it may be run again when nobody knows what became of it
 * @param timeout how long it may take; null where that is not limited
 * @param system the other system that it talks to; null where that was not said
 */
record StepTraits(
    Assignee assignee,
    @Nullable Authorizer resumeAuthorize,
    @Nullable Authorizer retryAuthorize,
    boolean repeatable,
    @Nullable Duration timeout,
    @Nullable String system) {

  static StepTraits of(Assignee assignee) {
    return new StepTraits(assignee, null, null, true, null, null);
  }

  StepTraits withResumeAuthorize(Authorizer other) {
    return new StepTraits(assignee, other, retryAuthorize, repeatable, timeout, system);
  }

  StepTraits withRetryAuthorize(Authorizer other) {
    return new StepTraits(assignee, resumeAuthorize, other, repeatable, timeout, system);
  }

  StepTraits withRepeatable(boolean other) {
    return new StepTraits(assignee, resumeAuthorize, retryAuthorize, other, timeout, system);
  }

  StepTraits withTimeout(Duration other) {
    return new StepTraits(assignee, resumeAuthorize, retryAuthorize, repeatable, other, system);
  }

  StepTraits withSystem(String other) {
    return new StepTraits(assignee, resumeAuthorize, retryAuthorize, repeatable, timeout, other);
  }
}
