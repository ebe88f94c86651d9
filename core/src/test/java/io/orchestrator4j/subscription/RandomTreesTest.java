package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.ModelTree;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Trees that nobody thought of: saved, changed, loaded and rebuilt from their history, by a seed. */
final class RandomTreesTest {

  private static final long SEED = Long.getLong("trees.seed", 20260301L);
  private static final int CABINETS = 120;
  private static final int SAVES = 2_700;

  private static SubscriptionFixture fixture;

  private final Random random = new Random(SEED);
  private final List<UUID> cabinets = new ArrayList<>();
  private final Map<SubscriptionVersion, String> versions = new LinkedHashMap<>();
  private int refused;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  @Test
  void whatIsLoadedIsWhatWasSavedAndEveryVersionCanBeRebuilt() {
    for (int i = 0; i < SAVES; i++) {
      if (cabinets.size() < CABINETS && i % (SAVES / CABINETS) == 0) {
        make();
      } else {
        change();
      }
    }

    assertThat(versions).as("saves with seed " + SEED).hasSizeGreaterThan(2_000);
    assertThat(together).as("saves by one script").isGreaterThan(300);
    assertThat(refused).as("removals of what is in use").isPositive();
    rebuild();
  }

  private void make() {
    check(step(() -> {
      Cabinet cabinet = fixture.subscriptions.create(
          Cabinet.class, fixture.product("Cabinet"), "c" + cabinets.size());
      source().fill(cabinet);
      cabinet.transitionTo(ACTIVE);
      cabinets.add(cabinet.subscriptionId());
      return saving(cabinet);
    }));
  }

  private void change() {
    UUID id = cabinets.get(random.nextInt(cabinets.size()));
    current = id;
    try {
      check(step(() -> {
        Cabinet cabinet = fixture.subscriptions.load(Cabinet.class, id);
        source().change(cabinet);
        return saving(cabinet);
      }));
    } catch (SaveRefused.InUse e) {
      refused++;
      assertThat(e.users()).isNotEmpty().doesNotContain(id);
      assertThat(versions)
          .containsKey(new SubscriptionVersion(
              id, fixture.subscriptions.load(Cabinet.class, id).version()));
    }
  }

  // half of those that can be are saved as they are when others are saved with them
  private SaveUnit step(Callable<List<Cabinet>> work) {
    SaveUnit unit = fixture.prepared(fixture.store, null, work);
    if (unit.isSimple() && random.nextBoolean()) {
      fixture.commitTogether(List.of(unit));
      together++;
    } else {
      fixture.commit(unit);
    }
    return unit;
  }

  private int together;
  private Cabinet saved;
  private UUID current;

  private List<Cabinet> saving(Cabinet cabinet) {
    saved = cabinet;
    return List.of(cabinet);
  }

  // who uses others is used by nobody: trees that are shown in full would be endless
  private RandomCabinets source() {
    List<UUID> others =
        cabinets.stream().filter(id -> level(id) < level(current)).toList();
    UUID other = others.isEmpty() ? null : others.get(random.nextInt(others.size()));
    return new RandomCabinets(
        random, () -> blocksOf(other, NoteBlock.class), () -> blocksOf(other, FolderBlock.class));
  }

  private static <B> List<B> blocksOf(UUID id, Class<B> type) {
    return id == null
        ? List.of()
        : fixture.subscriptions.load(Cabinet.class, id).blocks().stream()
            .filter(type::isInstance)
            .map(type::cast)
            .toList();
  }

  private int level(UUID id) {
    int index = cabinets.indexOf(id);
    return (index < 0 ? cabinets.size() : index) % 3;
  }

  private void check(SaveUnit unit) {
    Cabinet loaded = fixture.subscriptions.load(Cabinet.class, saved.subscriptionId());
    assertThat(text(loaded)).isEqualTo(text(saved));
    assertEqual(loaded.blocks(), saved.blocks());
    assertThat(loaded.header()).isEqualTo(saved.header());
    if (!unit.isEmpty()) {
      assertThat(unit.versions())
          .containsExactly(new SubscriptionVersion(saved.subscriptionId(), loaded.version()));
      versions.put(unit.versions().getFirst(), text(saved));
    }
  }

  private static void assertEqual(List<ProductBlockModel> loaded, List<ProductBlockModel> saved) {
    assertThat(loaded).hasSameSizeAs(saved);
    for (int i = 0; i < loaded.size(); i++) {
      BlockDefinition definition = BlockDefinition.of(loaded.get(i).getClass());
      for (FieldDefinition.Value field : definition.values()) {
        assertThat(Models.read(field, loaded.get(i)))
            .as(field.access().place())
            .isEqualTo(Models.read(field, saved.get(i)));
      }
    }
  }

  private void rebuild() {
    Map<SubscriptionVersion, ObjectNode> rebuilt = new LinkedHashMap<>();
    List<SubscriptionVersion> all = new ArrayList<>(versions.keySet());
    for (int i = 0; i < all.size(); i += 200) {
      rebuilt.putAll(fixture.store.history().expand(all.subList(i, Math.min(i + 200, all.size()))));
    }
    Stream<SubscriptionVersion> wrong = all.stream()
        .filter(version -> !rebuilt.get(version).toPrettyString().equals(versions.get(version)));
    assertThat(rebuilt).hasSameSizeAs(versions);
    wrong
        .findFirst()
        .ifPresent(version -> assertThat(rebuilt.get(version).toPrettyString())
            .as(version.toString())
            .isEqualTo(versions.get(version)));
  }

  private static String text(Cabinet cabinet) {
    return ModelTree.show(cabinet).toPrettyString();
  }
}
