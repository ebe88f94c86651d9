package io.orchestrator4j.product;

import io.orchestrator4j.product.ProductDefinitionsTest.Kind;
import io.orchestrator4j.product.ProductDefinitionsTest.Leaf;
import io.orchestrator4j.product.ProductDefinitionsTest.LeafKind;
import io.orchestrator4j.product.ProductDefinitionsTest.Speed;
import io.orchestrator4j.product.ProductDefinitionsTest.Tree;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Blocks and product types that are refused, each for one reason. */
final class WrongModels {

  private WrongModels() {}

  static class NotMarked extends ProductBlockModel {}

  @ProductBlock("AbstractBlock")
  abstract static class AbstractBlock extends ProductBlockModel {}

  @ProductBlock("Inner")
  class Inner extends ProductBlockModel {}

  @ProductBlock("WithoutConstructor")
  static class WithoutConstructor extends ProductBlockModel {
    WithoutConstructor(String text) {
      super();
    }
  }

  @ProductBlock("FinalField")
  static class FinalField extends ProductBlockModel {
    public final String text = "";
  }

  interface Reviewed {}

  @ProductBlock("ForeignGroup")
  static class ForeignGroup extends ProductBlockModel {
    @Size(max = 3, groups = Reviewed.class)
    public String text;
  }

  @ProductBlock("SharedValue")
  static class SharedValue extends ProductBlockModel {
    @Shared
    public String text;
  }

  @ProductBlock("SearchableBlock")
  static class SearchableBlock extends ProductBlockModel {
    @Searchable
    public Leaf leaf;
  }

  @ProductBlock("AnyBlock")
  static class AnyBlock extends ProductBlockModel {
    public ProductBlockModel any;
  }

  @ProductBlock("WrongOneOf")
  static class WrongOneOf extends ProductBlockModel {
    @OneOf(LeafKind.class)
    public Leaf leaf;
  }

  sealed interface Mixed permits MixedBlock, Other {}

  @ProductBlock("MixedBlock")
  static final class MixedBlock extends ProductBlockModel implements Mixed {}

  record Other() implements Mixed {}

  @ProductBlock("MixedUnion")
  static class MixedUnion extends ProductBlockModel {
    public Mixed mixed;
  }

  @ProductBlock("ComputedWithParameter")
  static class ComputedWithParameter extends ProductBlockModel {
    @Computed
    public String title(String text) {
      return text;
    }
  }

  @ProductBlock("TakenByPlatform")
  static class TakenByPlatform extends ProductBlockModel {
    public String label;
  }

  @ProductBlock("TakenTwice")
  static class TakenTwice extends ProductBlockModel {
    public String text;

    @Computed
    public String text() {
      return text;
    }
  }

  @ProductBlock("FixedInBlock")
  static class FixedInBlock extends ProductBlockModel {
    @FixedInput
    public int speed;
  }

  @ProductBlock(value = "LongTag", tag = "more than twenty letters")
  static class LongTag extends ProductBlockModel {}

  @ProductBlock("SetOfBlocks")
  static class SetOfBlocks extends ProductBlockModel {
    public Set<Leaf> leaves;
  }

  @ProductBlock("MapOfUnion")
  static class MapOfUnion extends ProductBlockModel {
    public Map<String, List<Kind>> kinds;
  }

  @ProductBlock("ArrayOfBlocks")
  static class ArrayOfBlocks extends ProductBlockModel {
    public Leaf[] leaves;
  }

  @ProductBlock("SubscriptionInBlock")
  static class SubscriptionInBlock extends ProductBlockModel {
    public Tree tree;
  }

  abstract static class Generic<T> extends ProductBlockModel {
    public T value;
  }

  @ProductBlock("Variable")
  static class Variable extends Generic<String> {}

  @ProductBlock("SearchableMap")
  static class SearchableMap extends ProductBlockModel {
    @Searchable
    public Map<String, Integer> counts;
  }

  record Pair(int one, int other) {}

  @ProductBlock("SearchableRecord")
  static class SearchableRecord extends ProductBlockModel {
    @Searchable
    public Pair pair;
  }

  @ProductBlock("Initialized")
  static class Initialized extends ProductBlockModel {
    public Leaf leaf = new Leaf();
  }

  @ProductBlock("InitializedList")
  static class InitializedList extends ProductBlockModel {
    @Size(min = 1)
    public List<Leaf> leaves = new ArrayList<>();
  }

  @ProductBlock("HarmlessInitializer")
  static class HarmlessInitializer extends ProductBlockModel {
    public List<Leaf> leaves = new ArrayList<>();
  }

  @ProductBlock("Endless")
  static class Endless extends ProductBlockModel {
    public Endless next;
  }

  abstract static class Nobody extends ProductBlockModel {}

  @ProductBlock("NobodyThere")
  static class NobodyThere extends ProductBlockModel {
    public @Nullable Nobody nobody;
  }

  static class TypeNotMarked extends SubscriptionModel {}

  @ProductType("ValueInType")
  static class ValueInType extends SubscriptionModel {
    public String text;
  }

  @ProductType("FixedList")
  static class FixedList extends SubscriptionModel {
    @FixedInput
    public List<String> speeds;
  }

  @ProductType("FixedWithoutValue")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed")
  static class FixedWithoutValue extends SubscriptionModel {
    @FixedInput
    public int speed;
  }

  @ProductType("FixedTwice")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed=1, speed=2")
  static class FixedTwice extends SubscriptionModel {
    @FixedInput
    public int speed;
  }

  @ProductType("FixedMissing")
  @Product(name = "p", tag = "p", description = "p")
  static class FixedMissing extends SubscriptionModel {
    @FixedInput
    public int speed;
  }

  @ProductType("FixedUnknown")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed=1, colour=red")
  static class FixedUnknown extends SubscriptionModel {
    @FixedInput
    public int speed;
  }

  @ProductType("FixedUnfit")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed=fast")
  static class FixedUnfit extends SubscriptionModel {
    @FixedInput
    public int speed;
  }

  @ProductType("FixedNoMember")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed=medium")
  static class FixedNoMember extends SubscriptionModel {
    @FixedInput
    public Speed speed;
  }

  @ProductType("FixedNothing")
  @Product(name = "p", tag = "p", description = "p", fixed = "speed=")
  static class FixedNothing extends SubscriptionModel {
    @FixedInput
    public Speed speed;
  }

  @ProductType("FixedTaken")
  static class FixedTaken extends SubscriptionModel {
    @FixedInput
    public String status;
  }

  @ProductType("LongProductTag")
  @Product(name = "p", tag = "more than twenty letters", description = "p")
  static class LongProductTag extends SubscriptionModel {}

  @ProductType("Tree")
  @Product(name = "Fast tree", tag = "FT", description = "f")
  static class SecondTree extends SubscriptionModel {}

  @ProductBlock("Leaf")
  static class SecondLeaf extends ProductBlockModel {}

  @ProductType("TypeOfWrongBlock")
  static class TypeOfWrongBlock extends SubscriptionModel {
    public FinalField field;
  }
}
