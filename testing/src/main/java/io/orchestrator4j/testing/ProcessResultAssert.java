package io.orchestrator4j.testing;

import io.orchestrator4j.process.ProcessStatus;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a test demands of a process that came to rest. */
public final class ProcessResultAssert extends AbstractAssert<ProcessResultAssert, ProcessResult> {

  ProcessResultAssert(ProcessResult actual) {
    super(actual, ProcessResultAssert.class);
  }

  /** It went through all its steps. */
  public ProcessResultAssert isCompleted() {
    return hasStatus(ProcessStatus.COMPLETED);
  }

  /** Somebody ended it. */
  public ProcessResultAssert isAborted() {
    return hasStatus(ProcessStatus.ABORTED);
  }

  /** It stands there. */
  public ProcessResultAssert hasStatus(ProcessStatus expected) {
    if (actual.status() != expected) {
      failWithMessage("Expected the status %s of%n%s", expected.text(), actual);
    }
    return this;
  }

  /** It waits for somebody to fill in the form of this step. */
  public ProcessResultAssert isSuspendedAt(String step) {
    hasStatus(ProcessStatus.SUSPENDED);
    return stands(step);
  }

  /** This step failed, in whichever way, and it can be retried. */
  public ProcessResultAssert hasFailedAt(String step) {
    if (!actual.status().isFailure()) {
      failWithMessage("Expected the step '%s' to have failed in%n%s", step, actual);
    }
    return stands(step);
  }

  /** The failure says this, among other things. */
  public ProcessResultAssert withMessageContaining(String part) {
    String reason = actual.failedReason();
    if (reason == null || !reason.contains(part)) {
      failWithMessage("Expected a failure that says '%s', found '%s' in%n%s", part, reason, actual);
    }
    return this;
  }

  /** The State has this value; it is compared as it is stored. */
  public ProcessResultAssert hasState(String key, @Nullable Object value) {
    String complaint = StoredValue.complaint(actual.state(), key, value);
    if (complaint != null) {
      failWithMessage("%s, in%n%s", complaint, actual);
    }
    return this;
  }

  /** The State has no such key. */
  public ProcessResultAssert hasNoState(String key) {
    if (actual.state().has(key)) {
      failWithMessage(
          "Expected no '%s' in the State, which has %s", key, actual.state().keys());
    }
    return this;
  }

  private ProcessResultAssert stands(String step) {
    if (!actual.lastStep().equals(step)) {
      failWithMessage(
          "Expected the step '%s', found the step '%s' in%n%s", step, actual.lastStep(), actual);
    }
    return this;
  }
}
