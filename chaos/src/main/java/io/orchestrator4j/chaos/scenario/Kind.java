package io.orchestrator4j.chaos.scenario;

import java.util.Locale;

/** What a process of a run does. */
public enum Kind {
  /** Steps that only count. */
  COUNT("count_up", End.COMPLETED, 5),
  /** Many of them. */
  COUNT_LONG("count_far", End.COMPLETED, 60),
  /** Calls of a system outside. */
  CALL("call_outside", End.COMPLETED, 3),
  /** Rows in a table of the author's own, in the commits of the steps. */
  EFFECT("have_effects", End.COMPLETED, 2),
  /** Somebody is asked, and answers. */
  ASK("ask", End.COMPLETED, 2),
  /** Somebody is asked, and never answers. */
  WAIT("ask", End.SUSPENDED, 1),
  /** A step that fails some times, and is retried each time. */
  FAIL("fail_some_times", End.COMPLETED, 2),
  /** A step that always fails, and is left alone. */
  BREAK("fail_some_times", End.FAILED, 1),
  /** Slow calls, aborted by somebody meanwhile. */
  ABORT("call_slowly", End.ABORTED, 0),
  /** The beginning of a subscription's life. */
  CREATE("create_counter", End.COMPLETED, 4),
  /** One of several changes that begin at the same time. */
  MODIFY("change_counter", End.COMPLETED, 3),
  /** Somebody only looks, whoever changes the subscription meanwhile. */
  VALIDATE("look_at_counter", End.COMPLETED, 0),
  /** The end of the subscription. */
  TERMINATE("end_counter", End.COMPLETED, 1),
  /** A change that always fails, and is left alone. */
  MODIFY_BREAK("break_counter", End.FAILED, 1),
  /** A change in whose middle somebody is asked, and never answers. */
  MODIFY_WAIT("ask_about_counter", End.SUSPENDED, 1),
  /** A slow change, aborted by somebody meanwhile. */
  MODIFY_ABORT("change_counter_slowly", End.ABORTED, 0);

  /** The status at which a process must stand when all is over. */
  public enum End {
    COMPLETED,
    SUSPENDED,
    FAILED,
    ABORTED;

    /** As the database says it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String workflow;
  private final End end;
  private final int counts;

  Kind(String workflow, End end, int counts) {
    this.workflow = workflow;
    this.end = end;
    this.counts = counts;
  }

  /** Whether it is about a subscription, as a part of its life. */
  public boolean isOnSubscription() {
    return compareTo(CREATE) >= 0; // they stand behind all others
  }

  /** The name of its workflow. */
  public String workflow() {
    return workflow;
  }

  /** How it must end. */
  public End end() {
    return end;
  }

  /** How many steps that count must have succeeded when it has ended. */
  public int counts() {
    return counts;
  }
}
