package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that sums up answers.
 *
 * @param title the heading; empty where it has none
 * @param headers one per column; empty where the columns have none
 * @param labels one per row
 * @param columns the values, column by column
 * @param dimmed the numbers of the rows that matter less
 */
public record SummaryTable(
    String title,
    List<String> headers,
    List<String> labels,
    List<List<String>> columns,
    List<Integer> dimmed) {

  public SummaryTable {
    headers = List.copyOf(headers);
    labels = List.copyOf(labels);
    columns = columns.stream().map(List::copyOf).toList();
    dimmed = List.copyOf(dimmed);
  }

  /** A table of what was and what will be; rows that stay as they are are dimmed. */
  public static SummaryTable ofChanges(
      String title, List<String> labels, List<String> before, List<String> after) {
    return new SummaryTable(
        title,
        List.of("Before", "After"),
        labels,
        List.of(before, after),
        IntStream.range(0, labels.size())
            .filter(row -> before.get(row).equals(after.get(row)))
            .boxed()
            .toList());
  }

  ObjectNode toTree() {
    ObjectNode tree = Json.object();
    ArrayNode all = Json.mapper().createArrayNode();
    columns.forEach(column -> all.add(Json.toTree(column)));
    tree.set("columns", all);
    if (!dimmed.isEmpty()) {
      tree.set("dimmed", Json.toTree(dimmed));
    }
    if (!headers.isEmpty()) {
      tree.set("headers", Json.toTree(headers));
    }
    tree.set("labels", Json.toTree(labels));
    return tree;
  }
}
