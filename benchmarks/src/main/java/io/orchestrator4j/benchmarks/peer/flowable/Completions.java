package io.orchestrator4j.benchmarks.peer.flowable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;

/** Says when a process instance is completed: when that is committed. */
final class Completions extends AbstractFlowableEventListener {

  private static final long PATIENCE_SECONDS = 60;

  private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

  /** Waits for the end of a process instance, which may be over already. */
  void await(String processInstanceId) throws InterruptedException {
    if (!of(processInstanceId).await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Flowable has not completed process instance %s within %d s"
          .formatted(processInstanceId, PATIENCE_SECONDS));
    }
    waiting.remove(processInstanceId);
  }

  @Override
  public void onEvent(FlowableEvent event) {
    if (event instanceof FlowableEngineEvent completed) {
      of(completed.getProcessInstanceId()).countDown();
    }
  }

  private CountDownLatch of(String processInstanceId) {
    return waiting.computeIfAbsent(processInstanceId, _ -> new CountDownLatch(1));
  }

  @Override
  public boolean isFailOnException() {
    return true;
  }

  @Override
  public boolean isFireOnTransactionLifecycleEvent() {
    return true;
  }

  @Override
  public String getOnTransaction() {
    return "COMMITTED";
  }
}
