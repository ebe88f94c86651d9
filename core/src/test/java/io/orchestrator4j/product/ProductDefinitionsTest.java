package io.orchestrator4j.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.definition.DefinitionException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What authors declare is read as they mean it, and refused by class and field where it cannot be. */
final class ProductDefinitionsTest {

  @ProductBlock(value = "Leaf", tag = "L", description = "A leaf")
  static final class Leaf extends ProductBlockModel implements Kind, Open {
    @NotBlank
    public String name1;

    @Searchable
    public Integer primaryIp4;

    @Unique(scope = Unique.Scope.PRODUCT)
    @JsonProperty("link member")
    public String linkMember;

    @NotNull(groups = {Active.class, Disabled.class})
    public String fromActive;

    public static String ignored = "";
    public transient String ignoredToo;

    @Computed(from = SubscriptionLifecycle.PROVISIONING)
    public String title() {
      return "Leaf " + name1;
    }
  }

  abstract static class Base extends ProductBlockModel {
    public String inherited;
    private @Nullable String hidden;
  }

  @ProductBlock("Derived")
  static final class Derived extends Base implements Kind {
    public Leaf leaf;
    public @Nullable Leaf maybe;

    @Size(min = 2, max = 4)
    public List<Leaf> leaves;

    @NotEmpty
    public List<Leaf> atLeastOne;

    @Shared
    public Leaf shared;

    @Shared(orOwned = true)
    public List<Leaf> either;

    public Kind union;

    @OneOf({Leaf.class, Derived.class})
    public @Nullable ProductBlockModel named;

    @OneOf({Leaf.class, LeafKind.class})
    public List<Open> open;

    public @Nullable Base subclasses;
  }

  interface Open {}

  sealed interface Kind permits LeafKind, Leaf, Derived {}

  @ProductBlock("LeafKind")
  static final class LeafKind extends ProductBlockModel implements Kind, Open {}

  enum Speed {
    SLOW,
    @JsonProperty("very fast")
    FAST
  }

  @ProductType("Tree")
  @Product(name = "Slow tree", tag = "ST", description = "s", fixed = "speed=slow, metres = 3")
  @Product(name = "Fast tree", tag = "FT", description = "f", fixed = "speed=very fast,metres=4")
  static class Tree extends SubscriptionModel {
    @FixedInput
    public Speed speed;

    @FixedInput
    public int metres;

    public Derived derived;

    @Computed
    public int height() {
      return metres * 2;
    }
  }

  private static FieldDefinition.Blocks blocks(String key) {
    return (FieldDefinition.Blocks) BlockDefinition.of(Derived.class).field(key).orElseThrow();
  }

  @Test
  void keysRequirementsAndMarksOfValues() {
    BlockDefinition leaf = BlockDefinition.of(Leaf.class);

    assertThat(leaf.name()).isEqualTo("Leaf");
    assertThat(leaf.tag()).isEqualTo("L");
    assertThat(leaf.description()).isEqualTo("A leaf");
    assertThat(leaf.values())
        .extracting(FieldDefinition::key)
        .containsExactly("name1", "primary_ip4", "link member", "from_active");
    assertThat(leaf.values())
        .extracting(FieldDefinition::requiredFrom)
        .containsExactly(SubscriptionLifecycle.INITIAL, null, null, SubscriptionLifecycle.ACTIVE);
    assertThat(leaf.values())
        .extracting(FieldDefinition.Value::searchable)
        .containsExactly(false, true, false, false);
    assertThat(leaf.values().get(2).unique()).isEqualTo(Unique.Scope.PRODUCT);
    assertThat(leaf.computed()).singleElement().satisfies(computed -> {
      assertThat(computed.key()).isEqualTo("title");
      assertThat(computed.from()).isEqualTo(SubscriptionLifecycle.PROVISIONING);
    });
  }

  @Test
  void inheritedFieldsComeFirst() {
    assertThat(BlockDefinition.of(Derived.class).fields())
        .extracting(FieldDefinition::key)
        .startsWith("inherited", "hidden", "leaf", "maybe", "leaves");
  }

  @Test
  void ownershipAndCardinalityOfBlocks() {
    assertThat(blocks("leaf").cardinality()).isEqualTo(new FieldDefinition.Cardinality.One());
    assertThat(blocks("maybe").cardinality()).isEqualTo(new FieldDefinition.Cardinality.Optional());
    assertThat(blocks("leaves").cardinality())
        .isEqualTo(new FieldDefinition.Cardinality.Many(2, 4));
    assertThat(blocks("at_least_one").cardinality())
        .isEqualTo(new FieldDefinition.Cardinality.Many(1, Integer.MAX_VALUE));
    assertThat(blocks("leaf").ownership()).isEqualTo(FieldDefinition.Ownership.OWNED);
    assertThat(blocks("shared").ownership()).isEqualTo(FieldDefinition.Ownership.SHARED);
    assertThat(blocks("either").ownership()).isEqualTo(FieldDefinition.Ownership.OWNED_OR_SHARED);
    assertThat(blocks("leaf").union()).isFalse();
  }

  @Test
  void unionsTakeWhatTheyName() {
    DefinedProducts defined = DefinedProducts.of(List.of(Tree.class), List.of());

    assertThat(defined.membersOf(blocks("union")))
        .extracting(BlockDefinition::name)
        .containsExactly("Derived", "Leaf", "LeafKind");
    assertThat(defined.membersOf(blocks("named")))
        .extracting(BlockDefinition::name)
        .containsExactly("Derived", "Leaf");
    assertThat(defined.membersOf(blocks("open")))
        .extracting(BlockDefinition::name)
        .containsExactly("Leaf", "LeafKind");
    assertThat(defined.membersOf(blocks("subclasses")))
        .extracting(BlockDefinition::name)
        .containsExactly("Derived");
    assertThat(List.of(blocks("union"), blocks("named"), blocks("open"), blocks("subclasses")))
        .allMatch(FieldDefinition.Blocks::union);
  }

  @Test
  void productsAreFoundByNameAndClass() {
    DefinedProducts defined = DefinedProducts.of(List.of(Tree.class), List.of());

    assertThat(defined.products())
        .extracting(ProductDefinition::name)
        .containsExactly("Fast tree", "Slow tree");
    assertThat(defined.product("Fast tree").orElseThrow().fixedInputs())
        .isEqualTo(Map.of("speed", "very fast", "metres", "4"));
    assertThat(defined.type("Tree").orElseThrow().type()).isEqualTo(Tree.class);
    assertThat(defined.typesOf(SubscriptionModel.class)).hasSize(1);
    assertThat(defined.typesOf(Kind.class)).isEmpty();
    assertThat(defined.block("Leaf")).isPresent();
    Tree slow = (Tree) Models.fixedInputs(
        defined.type("Tree").orElseThrow(), Map.of("speed", "slow", "metres", "3"));
    assertThat(slow.speed).isEqualTo(Speed.SLOW);
    assertThat(slow.metres).isEqualTo(3);
  }

  /** A class that is not as it should be, and what is said about it. */
  record Wrong(Class<?> type, String message) {}

  static final List<Wrong> WRONG = List.of(
      new Wrong(
          WrongModels.NotMarked.class,
          "NotMarked: it is used as a block but not marked @ProductBlock"),
      new Wrong(WrongModels.AbstractBlock.class, "AbstractBlock: it is marked but abstract"),
      new Wrong(WrongModels.Inner.class, "Inner: it is an inner class"),
      new Wrong(
          WrongModels.WithoutConstructor.class,
          "WithoutConstructor: it has no constructor without parameters"),
      new Wrong(WrongModels.FinalField.class, "FinalField.text: it is final"),
      new Wrong(
          WrongModels.ForeignGroup.class,
          "ForeignGroup.text: its @Size is for the group Reviewed, which is no status"),
      new Wrong(
          WrongModels.SharedValue.class,
          "SharedValue.text: it is a field of the type java.lang.String marked @Shared"),
      new Wrong(
          WrongModels.SearchableBlock.class, "SearchableBlock.leaf: it is a field of the type"),
      new Wrong(
          WrongModels.AnyBlock.class,
          "AnyBlock.any: its type is ProductBlockModel, which says nothing"),
      new Wrong(
          WrongModels.WrongOneOf.class, "WrongOneOf.leaf: @OneOf names LeafKind, which is no Leaf"),
      new Wrong(
          WrongModels.MixedUnion.class,
          "MixedUnion.mixed: its type Mixed permits blocks and also Other, which is none"),
      new Wrong(
          WrongModels.ComputedWithParameter.class,
          "ComputedWithParameter.title: it is marked @Computed but takes parameters"),
      new Wrong(
          WrongModels.TakenByPlatform.class, "TakenByPlatform.label: the name 'label' is taken"),
      new Wrong(WrongModels.TakenTwice.class, "TakenTwice.text: the name 'text' is taken"),
      new Wrong(
          WrongModels.FixedInBlock.class,
          "FixedInBlock.speed: it is marked @FixedInput, and a block has none"),
      new Wrong(
          WrongModels.LongTag.class, "LongTag: its tag 'more than twenty letters' has 24 letters"),
      new Wrong(WrongModels.SetOfBlocks.class, "SetOfBlocks.leaves: it is a java.util.Set"),
      new Wrong(WrongModels.MapOfUnion.class, "MapOfUnion.kinds: it is a java.util.Map"),
      new Wrong(WrongModels.ArrayOfBlocks.class, "ArrayOfBlocks.leaves: it is a"),
      new Wrong(WrongModels.SubscriptionInBlock.class, "SubscriptionInBlock.tree: it is a"),
      new Wrong(WrongModels.Variable.class, "Generic.value: its type is a variable"),
      new Wrong(
          WrongModels.SearchableMap.class,
          "SearchableMap.counts: it is marked @Searchable but a java.util.Map"),
      new Wrong(
          WrongModels.SearchableRecord.class,
          "SearchableRecord.pair: it is marked @Searchable but a"),
      new Wrong(WrongModels.Initialized.class, "Initialized.leaf: it has an initializer"),
      new Wrong(WrongModels.InitializedList.class, "InitializedList.leaves: it has an initializer"),
      new Wrong(WrongModels.Endless.class, "Endless: each such block must own another one"),
      new Wrong(
          WrongModels.NobodyThere.class,
          "NobodyThere.nobody: no block that this application defines can stand there"));

  @ParameterizedTest
  @FieldSource("WRONG")
  void aBlockThatIsNotAsItShouldBeIsRefusedByItsPlace(Wrong wrong) {
    assertThatThrownBy(() -> DefinedProducts.of(
            List.of(), List.of(wrong.type().asSubclass(ProductBlockModel.class))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("The definitions have 1 problem")
        .hasMessageContaining(wrong.message());
  }

  static final List<Wrong> WRONG_TYPES = List.of(
      new Wrong(
          WrongModels.TypeNotMarked.class,
          "TypeNotMarked: it is used as a product type but not marked @ProductType"),
      new Wrong(
          WrongModels.ValueInType.class,
          "ValueInType.text: a product type has blocks and fixed inputs, and this is neither"),
      new Wrong(WrongModels.FixedList.class, "FixedList.speeds: a fixed input cannot be a List"),
      new Wrong(
          WrongModels.FixedWithoutValue.class,
          "product 'p': fixed = \"speed\" has the part 'speed' without a value"),
      new Wrong(
          WrongModels.FixedTwice.class,
          "product 'p': fixed = \"speed=1, speed=2\" has two values for speed"),
      new Wrong(
          WrongModels.FixedMissing.class,
          "product 'p': its fixed inputs are [], and the product type has [speed]"),
      new Wrong(
          WrongModels.FixedUnknown.class,
          "product 'p': its fixed inputs are [speed, colour], and the product type has [speed]"),
      new Wrong(
          WrongModels.FixedUnfit.class,
          "product 'p': the fixed input speed is 'fast'. Write a int"),
      new Wrong(
          WrongModels.FixedNoMember.class,
          "product 'p': the fixed input speed is 'medium'. Write one of [SLOW, FAST]"),
      new Wrong(WrongModels.FixedNothing.class, "product 'p': the fixed input speed is ''"),
      new Wrong(WrongModels.FixedTaken.class, "FixedTaken.status: the name 'status' is taken"),
      new Wrong(
          WrongModels.LongProductTag.class,
          "product 'p': its tag 'more than twenty letters' has 24 letters"));

  @ParameterizedTest
  @FieldSource("WRONG_TYPES")
  void aProductTypeThatIsNotAsItShouldBeIsRefusedByItsPlace(Wrong wrong) {
    assertThatThrownBy(() -> DefinedProducts.of(
            List.of(wrong.type().asSubclass(SubscriptionModel.class)), List.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("The definitions have 1 problem")
        .hasMessageContaining(wrong.message());
  }

  @Test
  void namesAreUnique() {
    DefinitionException thrown = catchThrowableOfType(
        DefinitionException.class,
        () -> DefinedProducts.of(
            List.of(Tree.class, WrongModels.SecondTree.class),
            List.of(WrongModels.SecondLeaf.class)));

    assertThat(thrown)
        .hasMessageContaining("SecondTree: the product type's name 'Tree' is taken by")
        .hasMessageContaining(
            "SecondTree: the product's name 'Fast tree' is taken by the product type Tree")
        .hasMessageContaining("the block's name 'Leaf' is taken by");
    assertThat(thrown.problems()).hasSize(3);
  }

  @Test
  void whatIsWrongWithABlockIsNotSaidAgainOfItsFields() {
    assertThatThrownBy(
            () -> DefinedProducts.of(List.of(WrongModels.TypeOfWrongBlock.class), List.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("The definitions have 1 problem")
        .hasMessageContaining("FinalField.text");
  }

  @Test
  void anEmptyListAsInitializerDoesNoHarm() {
    assertThat(DefinedProducts.of(List.of(), List.of(WrongModels.HarmlessInitializer.class))
            .blocks())
        .hasSize(2);
  }
}
