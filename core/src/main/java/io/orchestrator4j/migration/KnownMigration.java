package io.orchestrator4j.migration;

import io.orchestrator4j.value.SnakeCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A migration that this program has.
 *
 * @param id its time, as in {@code 20261123_1200}
 * @param message what it is for
 * @param follows the ids of those that come before it; none for a first one
 * @param upgrade what it does
 * @param downgrade what takes it back
 */
public record KnownMigration(
    String id,
    String message,
    List<String> follows,
    List<CatalogueChange> upgrade,
    List<CatalogueChange> downgrade) {

  private static final Pattern NAME = Pattern.compile("V(\\d{8}_\\d{4,6})__([A-Za-z]\\w*)");
  private static final Pattern FOLLOWS = Pattern.compile("--\\s*follows:\\s*([\\d_,\\s]*)");

  public KnownMigration {
    follows = List.copyOf(follows);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  /**
   * Reads a class.
   *
   * @throws MigrationRefused if its name is none of a migration, or it does not say what it does
   */
  public static KnownMigration of(Class<? extends Migration> type) {
    Matcher name = name(type.getSimpleName());
    Migration migration = made(type);
    Follows follows = type.getAnnotation(Follows.class);
    return new KnownMigration(
        name.group(1),
        message(name.group(2)),
        follows == null ? List.of() : List.of(follows.value()),
        said(type.getSimpleName(), migration::upgrade),
        said(type.getSimpleName(), migration::downgrade));
  }

  /**
   * One that is not compiled yet.
   *
   * @param className as in {@code V20261123_1200__AddUserWorkflows}
   * @throws MigrationRefused if the name is none of a migration
   */
  public static KnownMigration named(
      String className,
      List<String> follows,
      List<CatalogueChange> upgrade,
      List<CatalogueChange> downgrade) {
    Matcher name = name(className);
    return new KnownMigration(name.group(1), message(name.group(2)), follows, upgrade, downgrade);
  }

  /**
   * Reads a pair of texts. The first line of the one that upgrades may say {@code -- follows: 20261120_0900}.
   *
   * @param name the name of the files before {@code .up.sql} and {@code .down.sql}
   * @throws MigrationRefused if the name is none of a migration
   */
  public static KnownMigration ofSql(String name, String up, String down) {
    Matcher matcher = name(name);
    Matcher follows = FOLLOWS.matcher(up.lines().findFirst().orElse(""));
    List<String> parents = follows.matches()
        ? Pattern.compile("[,\\s]+")
            .splitAsStream(follows.group(1).strip())
            .filter(id -> !id.isEmpty())
            .toList()
        : List.of();
    return new KnownMigration(
        matcher.group(1),
        message(matcher.group(2)),
        parents,
        List.of(new CatalogueChange.Sql(up)),
        List.of(
            down.isBlank()
                ? new CatalogueChange.Irreversible("it has no text that does so")
                : new CatalogueChange.Sql(down)));
  }

  /** What tells whether it says the same as when it was applied. */
  public String checksum() {
    String lines = lines(upgrade) + "\n-- downgrade\n" + lines(downgrade);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(id, message);
  }

  private static String lines(List<CatalogueChange> changes) {
    return changes.stream().map(CatalogueChange::line).collect(Collectors.joining("\n"));
  }

  private static Matcher name(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw MigrationRefused.name(text);
    }
    return name;
  }

  private static String message(String words) {
    String sentence = SnakeCase.of(words).replace('_', ' ').strip();
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static Migration made(Class<? extends Migration> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw MigrationRefused.unreadable(type.getSimpleName(), e);
    }
  }

  private static List<CatalogueChange> said(String name, Consumer<Catalogue> method) {
    Catalogue catalogue = new Catalogue();
    try {
      method.accept(catalogue);
    } catch (RuntimeException e) {
      throw MigrationRefused.unreadable(name, e);
    }
    return new ArrayList<>(catalogue.changes());
  }
}
