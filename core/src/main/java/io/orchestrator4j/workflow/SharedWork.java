package io.orchestrator4j.workflow;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Work for a commit that can be done together with that of other steps, in fewer statements than each for itself. */
public interface SharedWork extends CommitWork {

  /** What must be in no other work that it is done together with: what it changes, and what it relies on. */
  Set<UUID> touched();

  /**
   * The same work and that of others, at once.
   *
   * @param others from the same source; nothing that is touched by one of them is touched by another
   */
  CommitWork together(List<SharedWork> others);
}
