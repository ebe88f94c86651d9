package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Trees as they were, with the blocks of others as they were seen then: any number of them in three queries. */
final class PastTrees {

  private final Map<SubscriptionVersion, ObjectNode> documents;
  private final Map<UUID, ProductRows.Found> products;

  private PastTrees(
      Map<SubscriptionVersion, ObjectNode> documents, Map<UUID, ProductRows.Found> products) {
    this.documents = documents;
    this.products = products;
  }

  static PastTrees read(
      VersionRows rows, ProductRows products, Collection<SubscriptionVersion> versions) {
    Map<SubscriptionVersion, ObjectNode> documents = new HashMap<>(rows.documents(versions));
    Set<SubscriptionVersion> seen = documents.values().stream()
        .flatMap(PastTrees::seen)
        .filter(version -> !documents.containsKey(version))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    documents.putAll(rows.documents(seen));
    Set<UUID> productIds =
        documents.values().stream().map(PastTrees::productId).collect(Collectors.toSet());
    return new PastTrees(documents, productIds.isEmpty() ? Map.of() : products.find(productIds));
  }

  private static Stream<SubscriptionVersion> seen(ObjectNode document) {
    return TreeDocument.seenOf(document).entrySet().stream()
        .map(each -> new SubscriptionVersion(each.getKey(), each.getValue()));
  }

  private static UUID productId(ObjectNode document) {
    return UUID.fromString(TreeDocument.headerOf(document).path("product_id").asString());
  }

  boolean has(SubscriptionVersion version) {
    return documents.containsKey(version);
  }

  StoredTrees trees(SubscriptionVersion version) {
    Map<UUID, StoredSubscription> subscriptions = new LinkedHashMap<>();
    Map<UUID, StoredBlock> blocks = new LinkedHashMap<>();
    List<StoredUse> uses = new ArrayList<>();
    ObjectNode document = Objects.requireNonNull(documents.get(version));
    Stream.concat(Stream.of(version), seen(document)).forEach(each -> {
      ObjectNode found = documents.get(each);
      if (found != null) {
        UUID id = each.subscriptionId();
        subscriptions.put(id, subscription(each, found));
        blocks.putAll(TreeDocument.blocksOf(id, found));
        uses.addAll(TreeDocument.usesOf(id, found));
      }
    });
    // what is not known of that moment is left out
    uses.removeIf(use -> !blocks.containsKey(use.block()));
    return new StoredTrees(subscriptions, blocks, uses);
  }

  private StoredSubscription subscription(SubscriptionVersion version, ObjectNode document) {
    ProductRows.Found product = Objects.requireNonNull(products.get(productId(document)));
    SubscriptionHeader header = HeaderDocuments.header(
        version.subscriptionId(),
        TreeDocument.headerOf(document),
        product.product(),
        version.version());
    return new StoredSubscription(header, product.fixedInputs(), 0);
  }
}
