package io.orchestrator4j.subscription;

import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.Entry;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.LabelBlock;
import io.orchestrator4j.subscription.TestingModels.Mood;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes and changes cabinets at random, by a seed. */
final class RandomCabinets {

  private static final int DEPTH = 1;

  private final Random random;
  private final Supplier<List<NoteBlock>> notesOfOthers;
  private final Supplier<List<FolderBlock>> foldersOfOthers;

  /**
   * A source of changes.
   *
   * @param notesOfOthers blocks of other subscriptions, loaded for the one that is changed
   */
  RandomCabinets(
      Random random,
      Supplier<List<NoteBlock>> notesOfOthers,
      Supplier<List<FolderBlock>> foldersOfOthers) {
    this.random = random;
    this.notesOfOthers = notesOfOthers;
    this.foldersOfOthers = foldersOfOthers;
  }

  /** Fills a new cabinet. */
  void fill(Cabinet cabinet) {
    fill(cabinet.main, DEPTH);
    cabinet.folders = some(2, () -> folder(DEPTH - 1));
    cabinet.featured = maybe(() -> one(notesOfOthers.get()));
  }

  /** Makes one to four changes. */
  void change(Cabinet cabinet) {
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      changeOnce(cabinet);
    }
  }

  private void changeOnce(Cabinet cabinet) {
    List<FolderBlock> folders = ownFolders(cabinet);
    FolderBlock folder = one(folders);
    switch (random.nextInt(14)) {
      case 0 -> cabinet.description("Cabinet " + text());
      case 1 -> cabinet.note(maybe(this::text));
      case 2 -> folder.title = text();
      case 3 -> folder.label(maybe(this::text));
      case 4 -> folder.inner = maybe(() -> folder(0));
      case 5 -> folder.folders.add(random.nextInt(folder.folders.size() + 1), folder(0));
      case 6 -> Collections.shuffle(folder.entries, random);
      case 7 -> folder.entries.add(entry(0));
      case 8 -> removeOne(folder.folders);
      case 9 -> removeOne(folder.entries);
      case 10 -> folder.cover = cover();
      case 11 -> link(folder);
      case 12 -> rearrange(cabinet, folder);
      default -> changeNotes(cabinet, folder);
    }
  }

  private void link(FolderBlock folder) {
    boolean any = random.nextInt(4) == 0;
    folder.links = any ? distinct(some(3, () -> one(notesOfOthers.get()))) : new ArrayList<>();
    folder.links.removeAll(folder.notes);
    folder.linked = any ? one(foldersOfOthers.get()) : null;
  }

  private void rearrange(Cabinet cabinet, FolderBlock folder) {
    Collections.shuffle(cabinet.folders, random);
    if (!cabinet.folders.isEmpty() && !contains(cabinet.folders.getFirst(), folder)) {
      // a folder moves from the root to somewhere below
      folder.folders.add(cabinet.folders.removeFirst());
    }
  }

  private static boolean contains(FolderBlock folder, ProductBlockModel wanted) {
    return folder == wanted
        || (folder.inner != null && contains(folder.inner, wanted))
        || folder.folders.stream().anyMatch(each -> contains(each, wanted))
        || folder.entries.stream()
            .anyMatch(each -> each instanceof FolderBlock inside && contains(inside, wanted));
  }

  private void changeNotes(Cabinet cabinet, FolderBlock folder) {
    Collections.shuffle(folder.notes, random);
    folder.notes.stream().filter(cabinet::owns).findFirst().ifPresent(this::fill);
    if (random.nextBoolean()) {
      folder.notes.add(note());
    }
    NoteBlock shared = one(notesOfOthers.get());
    if (shared != null
        && !folder.notes.contains(shared)
        && !folder.links.contains(shared)
        && random.nextBoolean()) {
      folder.notes.add(shared);
    }
  }

  static List<FolderBlock> ownFolders(Cabinet cabinet) {
    return cabinet.blocks().stream()
        .filter(FolderBlock.class::isInstance)
        .map(FolderBlock.class::cast)
        .toList();
  }

  private FolderBlock folder(int depth) {
    FolderBlock folder = new FolderBlock();
    fill(folder, depth);
    return folder;
  }

  private void fill(FolderBlock folder, int depth) {
    folder.title = maybe(this::text);
    folder.label(maybe(this::text));
    folder.cover = cover();
    folder.notes = some(2, this::note);
    if (depth > 0) {
      folder.inner = maybe(() -> folder(depth - 1));
      folder.folders = some(2, () -> folder(depth - 1));
      folder.entries = some(3, () -> entry(depth - 1));
    }
    link(folder);
  }

  private Entry entry(int depth) {
    return random.nextBoolean() ? folder(depth) : note();
  }

  private @Nullable ProductBlockModel cover() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> note();
      default -> {
        LabelBlock label = new LabelBlock();
        label.words = text();
        yield label;
      }
    };
  }

  private NoteBlock note() {
    NoteBlock note = new NoteBlock();
    fill(note);
    return note;
  }

  private void fill(NoteBlock note) {
    note.text = maybe(this::text);
    note.number = random.nextInt();
    note.open = random.nextBoolean();
    note.size = maybe(random::nextLong);
    note.price =
        maybe(() -> new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(6)));
    note.day = maybe(() -> LocalDate.ofEpochDay(random.nextInt(40_000)));
    note.at = maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
    note.mood = maybe(() -> one(List.of(Mood.values())));
    note.point = maybe(this::point);
    note.reference = maybe(UUID::randomUUID);
    note.tags = maybe(() -> some(4, this::text));
    note.points = maybe(() -> some(3, this::point));
    note.matrix = maybe(() -> some(3, () -> some(3, random::nextInt)));
    note.counts = maybe(() -> map(this::text, random::nextInt));
    // maps by enum are loaded in the order of the constants
    note.byMood = maybe(() -> {
      Map<Mood, List<Point>> byMood = new EnumMap<>(Mood.class);
      byMood.putAll(map(() -> one(List.of(Mood.values())), () -> some(2, this::point)));
      return byMood;
    });
    note.codes = maybe(() -> some(3, () -> random.nextInt(20)));
    note.serial = maybe(() -> UUID.randomUUID().toString());
  }

  private Point point() {
    return new Point(
        random.nextInt(), new BigDecimal("1." + random.nextInt(100) + "0"), maybe(this::text));
  }

  private String text() {
    return one(List.of("", "a", "Ä ö ß", "\"quoted\"", "line\nline", "null", "7", "{}", "😀"))
        + random.nextInt(1000);
  }

  private <K, V> Map<K, V> map(Supplier<K> keys, Supplier<V> values) {
    Map<K, V> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(keys.get(), values.get());
    }
    return map;
  }

  private <T> List<T> some(int most, Supplier<T> items) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      T item = items.get();
      if (item != null) {
        list.add(item);
      }
    }
    return list;
  }

  private static <T> List<T> distinct(List<T> list) {
    return new ArrayList<>(list.stream().distinct().toList());
  }

  private <T> @Nullable T maybe(Supplier<T> item) {
    return random.nextInt(3) == 0 ? null : item.get();
  }

  private <T> @Nullable T one(List<T> list) {
    return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
  }

  private void removeOne(List<?> list) {
    if (!list.isEmpty()) {
      list.remove(random.nextInt(list.size()));
    }
  }
}
