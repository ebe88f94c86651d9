package io.orchestrator4j.migration;

/**
 * One change of what an application has in its database: products, blocks, workflows, values of subscriptions. A public
 * class with a constructor without parameters, whose name has its time and its message, as in
 * {@code V20261123_1200__AddUserWorkflows}; {@link Follows} names the one before. It is applied in one transaction.
 *
 * <p>Both methods only say what is to be done: they are also called to show it, and must say the same each time.
 */
public abstract class Migration {

  /** Says what is to be done. */
  public abstract void upgrade(Catalogue catalogue);

  /** Says what takes it back. One that cannot be taken back calls {@link Catalogue#irreversible}. */
  public abstract void downgrade(Catalogue catalogue);
}
