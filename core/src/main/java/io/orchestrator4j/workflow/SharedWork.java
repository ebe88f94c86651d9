package io.orchestrator4j.workflow;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Work for a commit that can be done together with that of other steps, with less effort than each for itself. */
public interface SharedWork extends CommitWork {

  /** What must be in no other work that it is done together with: what it changes, and what it relies on. */
  Set<UUID> touched();

  /** Whether it can at all; what cannot is done alone. */
  boolean isShareable();

  /**
   * The same work and that of others, at once. Where one of them cannot be done, it throws, and each is to be done alone
   * to find out why.
   *
   * @param others from the same source, and shareable; nothing that is touched by one of them is touched by another
   */
  CommitWork together(List<SharedWork> others);
}
