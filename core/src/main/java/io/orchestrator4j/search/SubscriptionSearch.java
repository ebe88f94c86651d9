package io.orchestrator4j.search;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds subscriptions by what people type: {@code speed:1000 "core link" -status:terminated}. It looks at ids, statuses,
 * descriptions, notes, customers, products with their fixed inputs, and all values of blocks, as they are at this
 * moment. Thread-safe.
 */
public final class SubscriptionSearch {

  /** How many are listed at most. */
  public static final int MOST = 1000;

  private static final String MATCHES = """
      from ${schema}.subscription_texts t
      where t.words @@ to_tsquery('simple', :words)
      """;

  private static final String PAGE = "select t.subscription_id\n" + MATCHES + """
      order by t.subscription_id desc
      offset :from
      limit :rows
      """;

  private static final String COUNT = "select count(*)\n" + MATCHES;

  private static final String METADATA = """
      select m.subscription_id, m.metadata::text as metadata
      from ${schema}.subscription_metadata m
      where m.subscription_id = any(:ids)
      """;

  private final Database database;
  private final SubscriptionStore store;
  private final SubscriptionTexts texts;

  /** A search in the subscriptions of a database. */
  public SubscriptionSearch(Database database, SubscriptionStore store) {
    this.database = database;
    this.store = store;
    this.texts = new SubscriptionTexts(database);
  }

  /**
   * One that was found.
   *
   * @param metadata what is known of it from outside; null where there is nothing
   */
  public record Found(SubscriptionHeader header, @Nullable JsonNode metadata) {}

  /**
   * Those that match, the latest first.
   *
   * @param from how many of them are left out first
   * @param rows how many are wanted; {@link #MOST} at most
   * @throws InvalidSearch if the query is not in the search language
   */
  public List<Found> find(String query, int from, int rows) {
    return words(query).map(words -> found(words, from, Math.min(rows, MOST))).orElse(List.of());
  }

  /**
   * How many match.
   *
   * @throws InvalidSearch if the query is not in the search language
   */
  public long count(String query) {
    return words(query).map(this::counted).orElse(0L);
  }

  private long counted(String words) {
    texts.bringUpToDate();
    return database.with(handle ->
        handle.createQuery(COUNT).bind("words", words).mapTo(Long.class).one());
  }

  private static Optional<String> words(String query) {
    return SearchLanguage.read(query).flatMap(SearchWords::of);
  }

  private List<Found> found(String words, int from, int rows) {
    texts.bringUpToDate();
    List<UUID> ids = database.with(handle -> handle
        .createQuery(PAGE)
        .bind("words", words)
        .bind("from", from)
        .bind("rows", rows)
        .mapTo(UUID.class)
        .list());
    Map<UUID, SubscriptionHeader> headers = store.find(ids);
    Map<UUID, JsonNode> metadata = metadata(ids);
    List<Found> found = new ArrayList<>();
    for (UUID id : ids) {
      SubscriptionHeader header = headers.get(id);
      if (header != null) {
        found.add(new Found(header, metadata.get(id)));
      }
    }
    return found;
  }

  private Map<UUID, JsonNode> metadata(List<UUID> ids) {
    Map<UUID, JsonNode> metadata = new HashMap<>();
    database
        .with(handle -> handle
            .createQuery(METADATA)
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> Map.entry(
                row.getObject("subscription_id", UUID.class), Json.read(row.getString("metadata"))))
            .list())
        .forEach(each -> metadata.put(each.getKey(), each.getValue()));
    return metadata;
  }
}
