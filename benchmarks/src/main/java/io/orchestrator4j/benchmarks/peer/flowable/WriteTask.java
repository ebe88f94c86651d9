package io.orchestrator4j.benchmarks.peer.flowable;

import io.orchestrator4j.benchmarks.contest.Payload;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;

/** A step that does nothing but write 1 KB. Public, since Flowable makes it by reflection. */
public final class WriteTask implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("payload", Payload.kilobyte());
  }
}
