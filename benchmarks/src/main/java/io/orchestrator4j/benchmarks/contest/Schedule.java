package io.orchestrator4j.benchmarks.contest;

import java.time.Duration;

/** How long the contestants work: at first unmeasured, then in rounds in which each has one turn. */
public record Schedule(int clients, Duration warmUp, int rounds, Duration turn) {}
