package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.FieldDefinition.Ownership;
import io.orchestrator4j.product.FixedInputDefinition;
import io.orchestrator4j.product.ProductTypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A path through fields to a value, as in {@code virtual_circuit.saps.vlan}, checked against the definitions, as a
 * condition of a query.
 */
final class FieldPath {

  private final DefinedProducts defined;
  private final Restriction.Where where;
  private final String[] parts;
  private final boolean onIndex;
  private final Conditions conditions;

  /**
   * A path.
   *
   * @param onIndex whether searchable values are looked up in their table
   */
  FieldPath(
      DefinedProducts defined, Restriction.Where where, boolean onIndex, Conditions conditions) {
    this.defined = defined;
    this.where = where;
    this.parts = where.path().split("\\.", -1);
    this.onIndex = onIndex;
    this.conditions = conditions;
  }

  /**
   * The condition for a subscription {@code s}.
   *
   * @throws NotUsable if the path leads nowhere in all of the types
   */
  String from(Collection<ProductTypeDefinition> types) {
    List<FixedInputDefinition> inputs = types.stream()
        .flatMap(type -> type.fixedInputs().stream())
        .filter(input -> input.name().equals(parts[0]))
        .toList();
    if (!inputs.isEmpty()) {
      return fixedInput(inputs.getFirst());
    }
    Set<String> known = new TreeSet<>();
    types.forEach(type -> {
      type.fixedInputs().forEach(input -> known.add(input.name()));
      type.fields().forEach(field -> known.add(field.key()));
    });
    List<FieldDefinition> fields =
        named(types.stream().flatMap(type -> type.fields().stream()).toList(), 0);
    if (fields.isEmpty()) {
      throw NotUsable.UnknownPath.of(
          where.path(), parts[0], names(types, ProductTypeDefinition::name), known);
    }
    return through(fields, 0, "s");
  }

  /**
   * The condition for a block {@code i} of one of these kinds.
   *
   * @throws NotUsable if the path leads nowhere in all of them
   */
  String in(Collection<BlockDefinition> blocks) {
    return at(blocks, 0, "i");
  }

  private String fixedInput(FixedInputDefinition input) {
    if (parts.length > 1) {
      throw NotUsable.UnknownPath.value(where.path(), parts[0]);
    }
    String text = WantedValue.of(where, input.access().type()).node().asString();
    return """
        exists (
          select 1
          from ${schema}.fixed_inputs f
          where f.product_id = s.product_id
          and f.name = %s
          and f.value = %s)""".formatted(conditions.bound(input.name()), conditions.bound(text));
  }

  private String at(Collection<BlockDefinition> blocks, int part, String alias) {
    Set<String> known = new TreeSet<>();
    blocks.forEach(block -> block.fields().forEach(field -> known.add(field.key())));
    List<FieldDefinition> fields =
        named(blocks.stream().flatMap(block -> block.fields().stream()).toList(), part);
    if (fields.isEmpty()) {
      throw NotUsable.UnknownPath.of(
          where.path(), parts[part], names(blocks, BlockDefinition::name), known);
    }
    boolean blocksThere = fields.stream().anyMatch(FieldDefinition.Blocks.class::isInstance);
    return blocksThere ? through(fields, part, alias) : values(blocks, part, alias);
  }

  private List<FieldDefinition> named(Collection<FieldDefinition> fields, int part) {
    return fields.stream().filter(field -> field.key().equals(parts[part])).toList();
  }

  /** The condition that a block in one of these fields satisfies the rest of the path. */
  private String through(List<FieldDefinition> fields, int part, String alias) {
    Set<BlockDefinition> members = new LinkedHashSet<>();
    Set<Ownership> ownerships = EnumSet.noneOf(Ownership.class);
    for (FieldDefinition field : fields) {
      if (field instanceof FieldDefinition.Blocks blocks) {
        members.addAll(defined.membersOf(blocks));
        ownerships.add(blocks.ownership());
      }
    }
    if (part == parts.length - 1) {
      throw NotUsable.UnknownPath.blocks(
          where.path(),
          members.stream()
              .flatMap(block -> block.fields().stream())
              .map(FieldDefinition::key)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    String next = "b" + part;
    return """
        exists (
          select 1
          from ${schema}.subscription_instances %s
          where (%s)
          and %s)""".formatted(next, hops(ownerships, part, alias, next), at(members, part + 1, next));
  }

  private String hops(Set<Ownership> ownerships, int part, String alias, String next) {
    List<String> hops = new ArrayList<>();
    String attribute = conditions.bound(parts[part]);
    boolean root = alias.equals("s");
    String node = root ? "s.subscription_id" : alias + ".subscription_instance_id";
    if (!ownerships.equals(EnumSet.of(Ownership.SHARED))) {
      String parent = root
          ? "%s.subscription_id = s.subscription_id and %s.parent_id is null".formatted(next, next)
          : "%s.parent_id = %s".formatted(next, node);
      hops.add("%s and %s.attribute = %s".formatted(parent, next, attribute));
    }
    if (!ownerships.equals(EnumSet.of(Ownership.OWNED))) {
      hops.add("""
          %s.subscription_instance_id in (
            select u.depends_on_id
            from ${schema}.subscription_instance_relations u
            where u.in_use_by_id = %s
            and u.attribute = %s)""".formatted(next, node, attribute));
    }
    return String.join("\nor ", hops);
  }

  private String values(Collection<BlockDefinition> blocks, int part, String alias) {
    if (part < parts.length - 1) {
      throw NotUsable.UnknownPath.value(where.path(), parts[part]);
    }
    List<String> alternatives = new ArrayList<>();
    for (BlockDefinition block : blocks) {
      block.field(parts[part]).ifPresent(field -> {
        if (field instanceof FieldDefinition.Value value) {
          alternatives.add(
              "(" + new ValueCondition(conditions, onIndex).of(block, value, where, alias) + ")");
        }
      });
    }
    return "(" + String.join("\nor ", alternatives) + ")";
  }

  private static <T> String names(Collection<T> definitions, Function<T, String> name) {
    return definitions.stream().map(name).distinct().collect(Collectors.joining(", "));
  }
}
