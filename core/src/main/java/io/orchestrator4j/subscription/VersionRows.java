package io.orchestrator4j.subscription;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Reads the history: the tree of a version is its last snapshot with the changes since. */
final class VersionRows {

  private static final String DOCUMENTS = """
      select w.id, w.version as wanted, v.version,
             case when v.version = b.version then v.snapshot else v.change end::text as document
      from (select unnest(:ids) as id, unnest(:versions) as version) as w
      cross join lateral (
        select max(s.version) as version
        from ${schema}.subscription_versions s
        where s.subscription_id = w.id
        and s.version <= w.version
        and s.snapshot is not null) as b
      join ${schema}.subscription_versions v
      on v.subscription_id = w.id
      and v.version between b.version and w.version
      order by w.id, w.version, v.version
      """;

  private static final String LIST = """
      select version, process_id, changed_by, changed_at
      from ${schema}.subscription_versions
      where subscription_id = :id
      and version < :before
      order by version desc
      limit :rows
      """;

  private final Database database;

  VersionRows(Database database) {
    this.database = database;
  }

  List<SubscriptionHistory.Version> list(UUID subscriptionId, int before, int rows) {
    return database.with(handle -> handle
        .createQuery(LIST)
        .bind("id", subscriptionId)
        .bind("before", before)
        .bind("rows", rows)
        .map((row, _) -> version(row))
        .list());
  }

  private static SubscriptionHistory.Version version(ResultSet row) throws SQLException {
    Instant at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
    return new SubscriptionHistory.Version(
        row.getInt("version"),
        row.getObject("process_id", UUID.class),
        row.getString("changed_by"),
        at);
  }

  /** The whole trees of versions; what is not there is left out. */
  Map<SubscriptionVersion, ObjectNode> documents(Collection<SubscriptionVersion> versions) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    List<SubscriptionVersion> wanted = new ArrayList<>(versions);
    Folding folding = new Folding();
    database.with(handle -> handle
        .createQuery(DOCUMENTS)
        .bind("ids", wanted.stream().map(SubscriptionVersion::subscriptionId).toArray(UUID[]::new))
        .bind("versions", wanted.stream().map(SubscriptionVersion::version).toArray(Integer[]::new))
        .reduceResultSet(folding, (all, row, _) -> all.add(row)));
    return folding.complete();
  }

  private static final class Folding {

    private final Map<SubscriptionVersion, ObjectNode> trees = new HashMap<>();
    private final Map<SubscriptionVersion, Integer> reached = new HashMap<>();

    Folding add(ResultSet row) throws SQLException {
      SubscriptionVersion wanted =
          new SubscriptionVersion(row.getObject("id", UUID.class), row.getInt("wanted"));
      ObjectNode document = (ObjectNode) Json.read(row.getString("document"));
      ObjectNode whole = trees.putIfAbsent(wanted, document);
      if (whole != null) {
        TreeDocument.apply(whole, document);
      }
      reached.put(wanted, row.getInt("version"));
      return this;
    }

    Map<SubscriptionVersion, ObjectNode> complete() {
      trees.keySet().removeIf(wanted -> wanted.version() != reached.getOrDefault(wanted, 0));
      return trees;
    }
  }
}
