package io.orchestrator4j.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a node may believe that it is not taken for dead. */
final class LeaseTest {

  private static final Duration LENGTH = Duration.ofMinutes(1);

  @Test
  void holdsFromWhenTheHeartbeatWasSent() {
    long now = System.nanoTime();

    assertThat(new Lease(LENGTH, now).isValid()).isTrue();
    assertThat(new Lease(LENGTH, now - LENGTH.toNanos()).isValid()).isFalse();
  }

  @Test
  void othersAreJudgedOnlyAfterALeaseWithoutAGap() {
    long longAgo = System.nanoTime() - LENGTH.toNanos() - 1;
    Lease lease = new Lease(LENGTH, longAgo);
    lease.renew(System.nanoTime());
    assertThat(lease.isSteady()).as("the lease had run out in between").isFalse();

    Lease steady = new Lease(LENGTH, System.nanoTime() - LENGTH.toNanos() + 1_000_000_000);
    steady.renew(System.nanoTime());
    assertThat(steady.isSteady()).as("not yet for a whole lease").isFalse();
    steady.miss();
    assertThat(steady.isSteady()).isFalse();
    assertThat(steady.isValid()).as("one miss costs nothing else").isTrue();
  }

  @Test
  void whoWaitsGoesOnWhenItIsRenewedAndEndsWhenItIsLost() throws Exception {
    Lease lease = new Lease(LENGTH, System.nanoTime() - LENGTH.toNanos());
    CompletableFuture<Boolean> waiting = waiting(lease);
    lease.renew(System.nanoTime());
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();

    lease.lose();
    assertThat(lease.isValid()).isFalse();
    assertThat(waiting(lease).get(10, TimeUnit.SECONDS)).isFalse();
    lease.renew(System.nanoTime());
    assertThat(lease.isValid()).as("the dead stay dead").isFalse();
  }

  @Test
  void tooShortALeaseIsRefused() {
    assertThatThrownBy(
            () -> new NodeOptions("n", NodeRole.ALL, Duration.ofMillis(999), null, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least PT1S");
  }

  private static CompletableFuture<Boolean> waiting(Lease lease) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        result.complete(lease.awaitValid());
      } catch (InterruptedException e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
