package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trees and their changes as the history keeps them. A change has the same form as a whole tree, with what differs
 * only; null stands for what went.
 *
 * <pre>
 * {"header": {"status": "active", ...},
 *  "blocks": {"(id)": {"name": "UserBlock", "parent": null, "attribute": "user", "position": 0, "label": null,
 *                      "values": {"username": "ann", ...}}},
 *  "uses":   {"(id)": [{"attribute": "group", "position": 0, "block": "(id)"}]},
 *  "seen":   {"(subscription id)": 7}}
 * </pre>
 *
 * {@code seen} has the versions of the subscriptions whose blocks were in the tree.
 */
final class TreeDocument {

  private static final String HEADER = "header";
  private static final String BLOCKS = "blocks";
  private static final String USES = "uses";
  private static final String SEEN = "seen";
  private static final String VALUES = "values";
  private static final List<String> PARTS = List.of(HEADER, BLOCKS, USES, SEEN);

  private TreeDocument() {}

  static ObjectNode whole(
      SubscriptionHeader header,
      Map<UUID, StoredBlock> blocks,
      Map<UUID, List<StoredUse>> uses,
      Map<UUID, Integer> seen) {
    ObjectNode document = Json.object();
    document.set(HEADER, header(header));
    ObjectNode shown = document.putObject(BLOCKS);
    blocks.forEach((id, block) -> shown.set(id.toString(), block(block)));
    ObjectNode used = document.putObject(USES);
    uses.forEach((user, each) -> used.set(user.toString(), uses(each)));
    document.set(SEEN, seen(seen));
    return document;
  }

  /** What a header changes; empty where it changes nothing that the history keeps. */
  static ObjectNode change(SubscriptionHeader before, SubscriptionHeader after) {
    ObjectNode document = Json.object();
    ObjectNode differing = differing(header(before), header(after));
    if (!differing.isEmpty()) {
      document.set(HEADER, differing);
    }
    return document;
  }

  /** What a header and its tree change. */
  static ObjectNode change(
      SubscriptionHeader before,
      SubscriptionHeader after,
      TreeChange tree,
      Map<UUID, Integer> seen) {
    ObjectNode document = change(before, after);
    ObjectNode blocks = Json.object();
    for (TreeChange.Written written : tree.written()) {
      blocks.set(written.after().id().toString(), patch(written.before(), written.after()));
    }
    tree.removed().forEach(id -> blocks.putNull(id.toString()));
    if (!blocks.isEmpty()) {
      document.set(BLOCKS, blocks);
    }
    ObjectNode uses = Json.object();
    for (UUID user : tree.rewired()) {
      List<StoredUse> now = tree.uses().get(user);
      uses.set(user.toString(), now == null ? Json.mapper().nullNode() : uses(now));
    }
    if (!uses.isEmpty()) {
      document.set(USES, uses);
    }
    if (!seen.isEmpty()) {
      document.set(SEEN, seen(seen));
    }
    return document;
  }

  /** Makes a change in a whole tree. */
  static void apply(ObjectNode whole, ObjectNode change) {
    for (String part : PARTS) {
      if (!(change.get(part) instanceof ObjectNode changed)) {
        continue;
      }
      if (part.equals(SEEN)) {
        whole.set(SEEN, changed);
        continue;
      }
      ObjectNode into = whole.withObject(part);
      changed.forEachEntry((key, value) -> {
        if (value.isNull() && !part.equals(HEADER)) {
          into.remove(key);
        } else if (part.equals(BLOCKS) && into.get(key) instanceof ObjectNode known) {
          merge(known, (ObjectNode) value);
        } else {
          into.set(key, value);
        }
      });
    }
  }

  private static void merge(ObjectNode block, ObjectNode patch) {
    patch.forEachEntry((key, value) -> {
      if (key.equals(VALUES)) {
        block.withObject(VALUES).setAll((ObjectNode) value);
      } else {
        block.set(key, value);
      }
    });
  }

  /** The header of a whole tree. */
  static JsonNode headerOf(ObjectNode whole) {
    return whole.path(HEADER);
  }

  /** The versions of others that were seen with a whole tree. */
  static Map<UUID, Integer> seenOf(ObjectNode whole) {
    Map<UUID, Integer> seen = new LinkedHashMap<>();
    whole
        .path(SEEN)
        .properties()
        .forEach(
            each -> seen.put(UUID.fromString(each.getKey()), each.getValue().intValue()));
    return seen;
  }

  /** The blocks of a whole tree. */
  static Map<UUID, StoredBlock> blocksOf(UUID subscriptionId, ObjectNode whole) {
    Map<UUID, StoredBlock> blocks = new LinkedHashMap<>();
    whole.path(BLOCKS).properties().forEach(each -> {
      UUID id = UUID.fromString(each.getKey());
      JsonNode block = each.getValue();
      String parent = text(block, "parent");
      blocks.put(
          id,
          new StoredBlock(
              id,
              subscriptionId,
              block.path("name").asString(),
              parent == null ? null : UUID.fromString(parent),
              block.path("attribute").asString(),
              block.path("position").intValue(),
              text(block, "label"),
              (ObjectNode) block.path(VALUES)));
    });
    return blocks;
  }

  /** What the fields of a whole tree take from others. */
  static List<StoredUse> usesOf(UUID subscriptionId, ObjectNode whole) {
    List<StoredUse> uses = new ArrayList<>();
    whole
        .path(USES)
        .properties()
        .forEach(user -> user.getValue()
            .forEach(use -> uses.add(new StoredUse(
                UUID.fromString(user.getKey()),
                use.path("attribute").asString(),
                use.path("position").intValue(),
                UUID.fromString(use.path("block").asString()),
                subscriptionId))));
    return uses;
  }

  private static ObjectNode header(SubscriptionHeader header) {
    ObjectNode document = Json.object();
    document.put("product_id", header.product().productId().toString());
    document.put("customer_id", header.customerId());
    document.put("description", header.description());
    document.put("status", header.status().text());
    document.put(
        "locked_by", header.lockedBy() == null ? null : header.lockedBy().toString());
    document.put("start_date", time(header.startDate()));
    document.put("end_date", time(header.endDate()));
    document.put("note", header.note());
    return document;
  }

  private static ObjectNode block(StoredBlock block) {
    ObjectNode document = Json.object();
    document.put("name", block.name());
    document.put("parent", block.parent() == null ? null : block.parent().toString());
    document.put("attribute", block.attribute());
    document.put("position", block.position());
    document.put("label", block.label());
    document.set(VALUES, block.values());
    return document;
  }

  private static ObjectNode patch(@Nullable StoredBlock before, StoredBlock after) {
    if (before == null) {
      return block(after);
    }
    ObjectNode patch = differing(block(before), block(after));
    if (patch.has(VALUES)) {
      patch.set(VALUES, differing(before.values(), after.values()));
    }
    return patch;
  }

  // by their texts: as trees, numbers of another scale and objects in another order would be equal
  private static ObjectNode differing(ObjectNode before, ObjectNode after) {
    ObjectNode differing = Json.object();
    after.forEachEntry((key, value) -> {
      JsonNode old = before.get(key);
      if (old == null || !Json.write(old).equals(Json.write(value))) {
        differing.set(key, value);
      }
    });
    return differing;
  }

  private static ArrayNode uses(List<StoredUse> uses) {
    ArrayNode document = Json.mapper().createArrayNode();
    uses.forEach(use -> document
        .addObject()
        .put("attribute", use.attribute())
        .put("position", use.position())
        .put("block", use.block().toString()));
    return document;
  }

  private static ObjectNode seen(Map<UUID, Integer> seen) {
    ObjectNode document = Json.object();
    seen.forEach((id, version) -> document.put(id.toString(), version));
    return document;
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable String text(JsonNode document, String key) {
    JsonNode found = document.path(key);
    return found.isString() ? found.stringValue() : null;
  }
}
