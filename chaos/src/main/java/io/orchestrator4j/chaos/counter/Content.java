package io.orchestrator4j.chaos.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a counter holds.
 *
 * @param parts by which processes its parts were added, in their order
 */
public record Content(int count, @Nullable Integer place, List<Integer> parts) {

  public Content {
    parts = List.copyOf(parts);
  }

  /** What a counter holds now. */
  public static Content of(Counter counter) {
    CounterBlock block = counter.counter;
    return new Content(
        block.count, block.place, block.parts.stream().map(part -> part.addedBy).toList());
  }
}
