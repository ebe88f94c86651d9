package io.orchestrator4j.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who changes a process believes it to be; the change is refused if it is no longer so.
 *
 * @param owner the node that runs it; null while none does
 * @param epoch grows with each change of owner
 * @param sequence the number of the last record
 * @param status where it stands
 * @param requested what was asked of it while it runs; null where nothing was
 */
public record Fence(
    @Nullable UUID owner,
    long epoch,
    int sequence,
    ProcessStatus status,
    @Nullable Request requested) {

  /** The same process after a change by its owner. */
  public Fence advanced(int toSequence, ProcessStatus toStatus) {
    return new Fence(
        toStatus == ProcessStatus.RUNNING ? owner : null, epoch, toSequence, toStatus, null);
  }

  /** The same process, owned by another node from now on. */
  public Fence ownedBy(UUID node) {
    return new Fence(node, epoch + 1, sequence, ProcessStatus.RUNNING, null);
  }

  /** The same process with more of a journal, waiting for a node to run it. */
  public Fence queued(int toSequence, ProcessStatus toStatus) {
    return new Fence(null, epoch, toSequence, toStatus, null);
  }

  /** Whether it waits for a node to run it. */
  public boolean isDue() {
    return owner == null
        && (status == ProcessStatus.CREATED
            || status == ProcessStatus.RESUMED
            || status == ProcessStatus.RUNNING);
  }

  /** The same process with something asked of it. */
  public Fence requesting(@Nullable Request request) {
    return new Fence(owner, epoch, sequence, status, request);
  }
}
