package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.subscription.SubscriptionFixture.CUSTOMER;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.form.Option;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Searchable;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.product.Unique;
import io.orchestrator4j.subscription.TestingModels.Affiliation;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.Mood;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.OfPeople;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserBlock;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import io.orchestrator4j.subscription.TestingModels.UserGroupBlock;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions and blocks are found by class, status, customer and values. */
final class FindingTest {

  private static SubscriptionFixture fixture;
  private static Subscriptions subscriptions;
  private static UUID ops;
  private static UUID ann;
  private static UUID bob;
  private static UUID zoe;
  private static UUID shelf;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
    subscriptions = fixture.subscriptions;
    ops = fixture.group("ops", 7);
    fixture.changed(UserGroup.class, ops, group -> group.transitionTo(ACTIVE));
    ann = fixture.user("ann", ops);
    fixture.changed(User.class, ann, user -> user.transitionTo(ACTIVE));
    bob = fixture.created(User.class, "User external", user -> {
      user.user.username = "bob";
      user.user.age = 40;
      user.user.group = fixture.groupBlock(ops);
      user.description("user Bob");
    });
    zoe = fixture.user("zoe", ops);
    fixture.changed(User.class, zoe, user -> user.transitionTo(TERMINATED));
    shelf = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.title = "shelf";
      NoteBlock note = note("first");
      note.codes = List.of(3, 5);
      note.tags = List.of("red", "blue");
      note.mood = Mood.MIDDLING;
      note.price = new BigDecimal("1.50");
      cabinet.main.entries.add(note);
      cabinet.main.entries.add(new FolderBlock());
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.notes.add(note("inner"));
    });
    fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.title = "linking";
      cabinet.main.links.add((NoteBlock) shelf().main.entries.getFirst());
    });
  }

  private static Cabinet shelf() {
    return subscriptions.load(Cabinet.class, shelf);
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  @Test
  void byClassStatusCustomerAndLock() {
    assertThat(subscriptions.find(User.class).ids()).containsExactly(ann, bob, zoe);
    assertThat(subscriptions.find(OfPeople.class).in(ACTIVE, INITIAL).ids())
        .containsExactly(ann, bob);
    assertThat(subscriptions.find(SubscriptionModel.class).in(TERMINATED).ids())
        .containsExactly(zoe);
    assertThat(subscriptions.find(User.class).ofCustomer(CUSTOMER).count()).isEqualTo(3);
    assertThat(subscriptions.find(User.class).ofCustomer("nobody").count()).isZero();
    assertThat(subscriptions.find(User.class).inSync().in(ACTIVE).in(TERMINATED).ids())
        .isEmpty();
    assertThat(subscriptions.find(User.class).first(2).ids()).containsExactly(ann, bob);
    assertThat(subscriptions.find(User.class).first(0).list()).isEmpty();
  }

  @Test
  void whatIsLockedIsNotInSync() {
    UUID id = fixture.group("locked", 1);
    UnitOfWork unit = fixture.store.open(UUID.randomUUID(), "ann");
    unit.requireLock(id);
    fixture.commit(unit.end(List.of()));

    assertThat(subscriptions.find(UserGroup.class).inSync().ids()).doesNotContain(id);
    assertThat(subscriptions.find(UserGroup.class).ids()).contains(id);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "null", textBlock = """
      user.username             , ann      , ann
      user.username             , nobody   ,
      user.age                  , 40       , bob
      user.group.group_name     , ops      , ann bob zoe
      user.group.group_id       , 7        , ann bob zoe
      user.group.group_id       , null     ,
      affiliation               , external , bob
      """)
  void usersByValue(String path, String value, String expected) {
    Object given = value != null && value.matches("\\d+") ? Integer.valueOf(value) : value;

    assertThat(subscriptions.find(User.class).where(path, given).list())
        .extracting(user -> user.user.username)
        .containsExactly(expected == null ? new String[0] : expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      main.title               , shelf    , shelf
      main.entries.text        , first    , shelf
      main.inner.notes.text    , inner    , shelf
      main.links.text          , first    , linking
      main.entries.tags        , blue     , shelf
      main.entries.mood        , so so    , shelf
      main.entries.price       , 1.5      , shelf
      main.entries.open        , true     , shelf
      main.entries.text        , nothing  ,
      """)
  void cabinetsByValue(String path, String value, String expected) {
    Object given = value.equals("1.5") ? new BigDecimal(value) : value;

    assertThat(subscriptions.find(Cabinet.class).where(path, given).list())
        .extracting(cabinet -> cabinet.main.title)
        .containsExactly(expected == null ? new String[0] : new String[] {expected});
  }

  @Test
  void valuesAreGivenAsTheyAreInTheModel() {
    assertThat(subscriptions
            .find(User.class)
            .where("affiliation", Affiliation.INTERNAL)
            .ids())
        .containsExactly(ann, zoe);
    assertThat(subscriptions
            .find(Cabinet.class)
            .where("main.entries.mood", Mood.MIDDLING)
            .where("main.entries.codes", 5)
            .where("main.entries.codes", List.of(3, 5))
            .one()
            .main
            .title)
        .isEqualTo("shelf");
  }

  @Test
  void whatIsSearchableIsLookedUpInItsTable() {
    var _ = fixture.source.executed();

    List<UUID> found =
        subscriptions.find(User.class).in(ACTIVE).where("user.username", "ann").ids();
    List<UUID> byItem = subscriptions
        .find(Cabinet.class)
        .in(INITIAL)
        .where("main.entries.codes", 5)
        .ids();

    assertThat(found).containsExactly(ann);
    assertThat(byItem).containsExactly(shelf);
    assertThat(fixture.source.executed())
        .hasSize(2)
        .allSatisfy(sql -> assertThat(sql).contains("searchable_values"));
  }

  @Test
  void whatHasEndedIsFoundByItsValuesAllTheSame() {
    assertThat(subscriptions.find(User.class).where("user.username", "zoe").ids())
        .containsExactly(zoe);
    assertThat(fixture.database.<Integer>with(handle -> handle
            .createQuery("select count(*) from ${schema}.searchable_values where value = 'zoe'")
            .mapTo(Integer.class)
            .one()))
        .isZero();
  }

  @Test
  void valuesAreBound() {
    assertThat(subscriptions
            .find(User.class)
            .where("user.username", "x' or '1'='1")
            .ofCustomer("' or true --")
            .ids())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      user.nothing       | there is no 'nothing' in UserBlock, which has age, group, user_id, username
      nothing            | there is no 'nothing' in User, which has affiliation, user
      user               | leads to blocks, not to a value; go on with one of age, group, user_id, username
      user.age.years     | goes on behind 'age', which is a value
      affiliation.name   | goes on behind 'affiliation', which is a value
      user.group.nothing | there is no 'nothing' in UserGroupBlock, which has group_id, group_name
      """)
  void aPathThatLeadsNowhereIsRefusedWithWhatThereIs(String path, String message) {
    assertThatThrownBy(() -> subscriptions.find(User.class).where(path, 1).ids())
        .isInstanceOf(NotUsable.UnknownPath.class)
        .hasMessageContaining(message);
  }

  @Test
  void aValueThatTheFieldCannotHaveIsRefused() {
    assertThatThrownBy(
            () -> subscriptions.find(User.class).where("user.age", "old").ids())
        .isInstanceOf(NotUsable.UnknownPath.class)
        .hasMessageStartingWith(
            "'user.age' never has this value: \"old\" cannot be read as java.lang.Integer");
    assertThatThrownBy(
            () -> subscriptions.find(User.class).where("affiliation", "none").ids())
        .isInstanceOf(NotUsable.UnknownPath.class)
        .hasMessageEndingWith("cannot be read as Affiliation; it is one of internal, external");
  }

  @Test
  void oneIsOne() {
    SubscriptionQuery<User> users = subscriptions.find(User.class);

    assertThat(users.where("user.username", "bob").one().user.age).isEqualTo(40);
    assertThat(users.where("user.username", "nobody").find()).isEmpty();
    assertThatThrownBy(() -> users.where("user.username", "nobody").one())
        .isInstanceOf(NotUsable.NotOne.class)
        .hasMessage("There is no User with user.username = nobody; one was wanted");
    assertThatThrownBy(users::one)
        .isInstanceOf(NotUsable.NotOne.class)
        .hasMessageContaining("There are several User, among them " + ann + " and " + bob);
  }

  @Test
  void rowsAndChoicesTakeOneStatementAndNoTrees() {
    var _ = fixture.source.executed();

    assertThat(subscriptions.find(User.class).rows())
        .extracting(row -> row.description() + " " + row.status().text())
        .containsExactly("User ann active", "user Bob initial", "User zoe terminated");
    List<String> rows = fixture.source.executed();
    assertThat(subscriptions.find(User.class).options())
        .containsExactly(
            new Option<>(ann, "User ann"),
            new Option<>(bob, "user Bob"),
            new Option<>(zoe, "User zoe"));
    List<String> options = fixture.source.executed();

    assertThat(rows).hasSize(1).noneMatch(sql -> sql.contains("subscription_instances"));
    assertThat(options).hasSize(1).noneMatch(sql -> sql.contains("subscription_instances"));
  }

  @Test
  void blocksAreFoundWhicheverSubscriptionHasThem() {
    NoteBlock note =
        subscriptions.blocks(NoteBlock.class).where("text", "inner").one();

    assertThat(note.owner().subscriptionId()).isEqualTo(shelf);
    assertThat(((Cabinet) note.owner()).main.inner.notes.getFirst()).isSameAs(note);
    assertThat(
            subscriptions.blocks(NoteBlock.class).where("codes", 3).in(INITIAL).count())
        .isEqualTo(1);
    assertThat(subscriptions
            .blocks(UserBlock.class)
            .where("group.group_name", "ops")
            .in(ACTIVE)
            .list())
        .extracting(user -> user.username)
        .containsExactly("ann");
    assertThat(
            subscriptions.blocks(TestingModels.Entry.class).ofCustomer(CUSTOMER).ids())
        .hasSize(6);
    assertThat(
            subscriptions.blocks(UserGroupBlock.class).inSync().in(PROVISIONING).find())
        .isEmpty();
    assertThatThrownBy(() -> subscriptions.blocks(UserBlock.class).one())
        .isInstanceOf(NotUsable.NotOne.class);
    assertThatThrownBy(
            () -> subscriptions.blocks(UserBlock.class).where("shell", "bash").ids())
        .isInstanceOf(NotUsable.UnknownPath.class)
        .hasMessageContaining("in UserBlock");
  }

  @Test
  void aBlockIsFoundById() {
    UUID id = subscriptions.load(User.class, ann).user.subscriptionInstanceId();

    assertThat(subscriptions.block(UserBlock.class, id).username).isEqualTo("ann");
    assertThat(subscriptions.block(ProductBlockModel.class, id).owner().subscriptionId())
        .isEqualTo(ann);
    assertThatThrownBy(() -> subscriptions.block(NoteBlock.class, id))
        .isInstanceOf(NotUsable.WrongClass.class)
        .hasMessageContaining("is a UserBlock; a NoteBlock was wanted");
    assertThatThrownBy(() -> subscriptions.block(UserBlock.class, ann))
        .isInstanceOf(NotUsable.BlockNotFound.class)
        .hasMessageContaining(ann.toString());
  }

  @Test
  void loadingSaysWhatItIsAndWhatWasWanted() {
    assertThat(subscriptions.load(SubscriptionModel.class, ann)).isInstanceOf(User.class);
    assertThat(subscriptions.load(OfPeople.class, ann)).isInstanceOf(User.class);
    assertThatThrownBy(() -> subscriptions.load(Cabinet.class, ann))
        .isInstanceOf(NotUsable.WrongClass.class)
        .hasMessageContaining(
            "'User ann' is a User, of the product 'User internal'; a Cabinet was wanted");
    UUID nowhere = UUID.randomUUID();
    assertThatThrownBy(() -> subscriptions.load(User.class, nowhere))
        .isInstanceOfSatisfying(
            NotUsable.SubscriptionNotFound.class,
            missing -> assertThat(missing.subscriptionId()).isEqualTo(nowhere))
        .hasMessage("Subscription with id: %s, does not exist", nowhere);
  }

  @Test
  void creatingSaysWhatItIsAndWhatWasWanted() {
    assertThatThrownBy(() -> subscriptions.create(User.class, fixture.product("Cabinet"), CUSTOMER))
        .isInstanceOf(NotUsable.WrongClass.class)
        .hasMessageContaining(
            "of the product type 'Cabinet', whose class is Cabinet; a User was wanted");
    assertThatThrownBy(() -> subscriptions.create(User.class, UUID.randomUUID(), CUSTOMER))
        .isInstanceOf(NotUsable.ProductNotFound.class)
        .hasMessageContaining("Could not find a product for the given product_id");
    assertThat(subscriptions.create(
            SubscriptionModel.class, fixture.product("User external"), CUSTOMER))
        .isInstanceOfSatisfying(
            User.class, user -> assertThat(user.affiliation).isEqualTo(Affiliation.EXTERNAL));
  }

  interface Unused {}

  @Test
  void aClassThatNobodyHasIsRefused() {
    assertThatThrownBy(() -> subscriptions.find(Unused.class).ids())
        .isInstanceOf(NotUsable.NotDefined.class)
        .hasMessageContaining("FindingTest$Unused");
    assertThatThrownBy(() -> subscriptions.blocks(Unused.class).ids())
        .isInstanceOf(NotUsable.NotDefined.class);
  }

  @ProductBlock("Badge")
  static final class PlainBadge extends ProductBlockModel {
    public String number;
  }

  @ProductType("Badges")
  @Product(name = "Badges", tag = "B", description = "Badges")
  static final class PlainBadges extends SubscriptionModel {
    public PlainBadge badge;
  }

  @ProductBlock("Badge")
  static final class FoundBadge extends ProductBlockModel {
    @Unique
    @Searchable
    public String number;

    @Searchable
    public String colour = "white";
  }

  @ProductType("Badges")
  static final class FoundBadges extends SubscriptionModel {
    public FoundBadge badge;
  }

  @Test
  void whatBecomesSearchableIsFilledInAtOnce() {
    SubscriptionStore before = fixture.storeOf(List.of(PlainBadges.class), List.of());
    for (String number : List.of("1", "2")) {
      fixture.step(before, null, () -> {
        PlainBadges badges = new Subscriptions(() -> before)
            .create(PlainBadges.class, fixture.product("Badges"), CUSTOMER);
        badges.badge.number = number;
        return List.of(badges);
      });
    }
    SubscriptionStore after = fixture.storeOf(List.of(FoundBadges.class), List.of());
    BlockQuery<FoundBadge> badges =
        new Subscriptions(() -> after).blocks(FoundBadge.class).in(INITIAL);
    assertThat(badges.where("number", "1").ids()).as("not known yet").isEmpty();

    after.refill("Badge");

    assertThat(badges.where("number", "1").count()).isEqualTo(1);
    assertThat(badges.where("colour", "white").count()).as("by its default").isEqualTo(2);
    assertThatThrownBy(() -> fixture.step(after, null, () -> {
          FoundBadges second = new Subscriptions(() -> after)
              .create(FoundBadges.class, fixture.product("Badges"), CUSTOMER);
          second.badge.number = "2";
          return List.of(second);
        }))
        .isInstanceOf(SaveRefused.ValueTaken.class);
    assertThatThrownBy(() -> after.refill("Cap")).isInstanceOf(NotUsable.NotDefined.class);
  }
}
