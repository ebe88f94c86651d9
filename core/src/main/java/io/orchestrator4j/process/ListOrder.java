package io.orchestrator4j.process;

/** What a list of processes can be ordered by: a field of theirs, or something that they are linked with. */
public interface ListOrder {

  /** What stands in {@code order by}, about the process {@code p}; the text is the program's own. */
  String sql(boolean ascending);
}
