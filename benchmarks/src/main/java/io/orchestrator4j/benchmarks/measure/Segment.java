package io.orchestrator4j.benchmarks.measure;

/**
 * What a stretch of work cost.
 *
 * @param done how many units were acknowledged
 * @param rate units a second
 * @param p50 half of the units took at most so many milliseconds
 * @param p99 of a hundred units 99 took at most so many milliseconds
 * @param programMicros processor time of the measured JVMs, for a unit
 * @param postgresMicros processor time of PostgreSQL, for a unit
 * @param commits transactions that wrote something, for a unit
 * @param walBytes for a unit
 * @param foreign the share of the processors that others used meanwhile, from 0 to 1
 */
public record Segment(
    long done,
    double seconds,
    double rate,
    double p50,
    double p99,
    double programMicros,
    double postgresMicros,
    double commits,
    double walBytes,
    double foreign) {

  /** Above this share of foreign work, absolute figures do not count. */
  public static final double QUIET = 0.15;

  /** Whether others used so little that absolute figures count. */
  public boolean isQuiet() {
    return foreign <= QUIET;
  }
}
