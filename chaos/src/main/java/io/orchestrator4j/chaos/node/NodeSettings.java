package io.orchestrator4j.chaos.node;

import org.jspecify.annotations.Nullable;

/**
 * How a node is to be started; the first line that it reads.
 *
 * @param skewMillis how much its clock is ahead
 * @param ledger the URL of the system outside
 * @param worker whether it runs processes; else it only takes orders, and others run what it starts
 * @param running how many processes it runs at once
 * @param folder where the node keeps what proves its death to its successor; null for nowhere
 */
public record NodeSettings(
    String name,
    String jdbcUrl,
    String user,
    String password,
    long leaseMillis,
    long skewMillis,
    String ledger,
    boolean worker,
    int running,
    @Nullable String folder) {}
