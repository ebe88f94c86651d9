package io.orchestrator4j.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much of this JVM's heap is in use, at most, while it is watched. */
final class HeapUse implements AutoCloseable {

  private static final double MEBIBYTE = 1024.0 * 1024;

  private final NotificationListener listener = (notification, _) -> hear(notification);
  private final AtomicLong before = new AtomicLong();
  private final AtomicLong after = new AtomicLong();

  HeapUse() {
    emitters().forEach(emitter -> emitter.addNotificationListener(listener, null, null));
  }

  /** The most that was in use when a collection began, in MiB. */
  double most() {
    long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return Math.max(before.get(), now) / MEBIBYTE;
  }

  /** The most that was still in use after a collection, in MiB. */
  double mostAfterCollection() {
    return after.get() / MEBIBYTE;
  }

  private void hear(Notification notification) {
    if (notification.getUserData() instanceof CompositeData data
        && notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
      before.accumulateAndGet(used(collection.getMemoryUsageBeforeGc().values()), Math::max);
      after.accumulateAndGet(used(collection.getMemoryUsageAfterGc().values()), Math::max);
    }
  }

  private static long used(Collection<MemoryUsage> pools) {
    return pools.stream().mapToLong(MemoryUsage::getUsed).sum();
  }

  private static Stream<NotificationEmitter> emitters() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(NotificationEmitter.class::isInstance)
        .map(NotificationEmitter.class::cast);
  }

  @Override
  public void close() throws ListenerNotFoundException {
    for (NotificationEmitter emitter : emitters().toList()) {
      emitter.removeNotificationListener(listener);
    }
  }
}
