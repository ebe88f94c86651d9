package io.orchestrator4j.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of block.
 *
 * @param tag empty where there is none
 * @param fields those that hold values
 * @param blocks those that hold blocks
 */
public record NewBlock(
    String name, String tag, String description, List<NewField> fields, List<NewBlocks> blocks) {

  public NewBlock {
    fields = List.copyOf(fields);
    blocks = List.copyOf(blocks);
  }

  /** A kind of block without fields. */
  public NewBlock(String name, String tag, String description) {
    this(name, tag, description, List.of(), List.of());
  }

  /** The same with one more field, behind the others unless it says where. */
  public NewBlock with(NewField field) {
    List<NewField> more = new ArrayList<>(fields);
    more.add(field.position() == null ? field.at(fields.size() + blocks.size()) : field);
    return new NewBlock(name, tag, description, more, blocks);
  }

  /** The same with one more field, behind the others unless it says where. */
  public NewBlock with(NewBlocks field) {
    List<NewBlocks> more = new ArrayList<>(blocks);
    more.add(field.position() == null ? field.at(fields.size() + blocks.size()) : field);
    return new NewBlock(name, tag, description, fields, more);
  }
}
