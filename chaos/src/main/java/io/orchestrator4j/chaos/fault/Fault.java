package io.orchestrator4j.chaos.fault;

import io.orchestrator4j.chaos.proxy.Kind;
import io.orchestrator4j.chaos.proxy.Point;

/** One thing that goes wrong. */
public sealed interface Fault {

  /** A node is killed at a moment of no significance. */
  record Kill(int node) implements Fault {}

  /** Whoever comes by a point is killed there. */
  record KillAt(Point point, int toPass, int node) implements Fault {}

  /** A node is frozen for some leases, and then goes on as if nothing had happened. */
  record Freeze(int node, double leases) implements Fault {}

  /** Whoever comes by a point is frozen there, with its connection held, and goes on after some leases. */
  record FreezeAt(Point point, int toPass, int node, double leases) implements Fault {}

  /** A node ends in order, as in a deployment. */
  record Stop(int node) implements Fault {}

  /** All connections of a node are cut. */
  record Cut(int node) implements Fault {}

  /** Whoever comes by a point loses that connection there, and does not know what became of its commit. */
  record CutAt(Point point, int toPass, int node) implements Fault {}

  /** Whoever comes by a point waits there for some leases while the rest of the node goes on. */
  record HoldAt(Point point, int toPass, int node, double leases) implements Fault {}

  /** Whoever comes by a commit sees its connection cut there; the commit arrives all the same, after a while. */
  record LateAt(Kind kind, int toPass, int node) implements Fault {}

  /** A node is told to take on nothing, and after some leases to go on. */
  record Drain(int node, double leases) implements Fault {}

  /** The engine is paused on all nodes, and after some leases told to go on. */
  record Pause(double leases) implements Fault {}

  /** No byte passes between a node and the database for some leases, and nobody is told. */
  record Stall(int node, double leases) implements Fault {}

  /** All connections that the database allows are taken for some leases. */
  record Exhaust(double leases) implements Fault {}

  /** PostgreSQL is restarted in order. */
  record RestartDatabase() implements Fault {}

  /** PostgreSQL is killed, and started again. */
  record KillDatabase() implements Fault {}

  /** The primary is killed, and its synchronous standby promoted. */
  record FailOver() implements Fault {}
}
