package io.orchestrator4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a file that was exported, and which files and databases an import refuses. */
final class TransferTest {

  @TempDir
  private Path folder;

  private final String schema = TestingDatabase.freshSchema();
  private final Database database = database(schema);
  private Path file;

  @BeforeEach
  void prepare() {
    file = folder.resolve("all.zip");
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    execute(schema, """
        insert into %s.products values
          ('00000000-0000-0000-0000-000000000001', 'Port "1\\2"', E'tab\\tline\\nend \\\\. ü€', 'Port', 'P', 'active', '-infinity');
        insert into %s.subscriptions (subscription_id, product_id, customer_id, description, status, version, created_at)
        values ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'c', '', 'active', 1,
          '2026-03-29T02:30:00.123456+05:30');
        insert into %s.data_migrations values
          ('20260101_1200', 'first', array['a "b"', '{c,d}'], 'sum', 1, now(), 'ann');
        update %s.engine_settings set paused = true;
        """);
  }

  private static Database database(String schema) {
    return new Database(TestingDatabase.dataSource(), schema, 4);
  }

  private static void execute(String schema, String statements) {
    TestingDatabase.execute(statements.replace("%s", schema));
  }

  private static List<String> strings(String schema, String query) {
    return database(schema)
        .with(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private ExportManifest export() {
    return new DatabaseExport(database, "1.2.3").write(file);
  }

  private static ExportManifest load(String schema, Path from) {
    return new DatabaseImport(TestingDatabase.dataSource(), database(schema)).load(from);
  }

  private static long rowsIn(String schema) {
    return TestingDatabase.count(schema, "products")
        + TestingDatabase.count(schema, "subscriptions")
        + TestingDatabase.count(schema, "data_migrations");
  }

  @Test
  void whatIsImportedIsWhatWasExported() {
    String other = TestingDatabase.freshSchema();

    ExportManifest exported = export();
    ExportManifest imported = load(other, file);

    assertThat(imported).isEqualTo(exported);
    assertThat(imported.rows()).isEqualTo(4);
    for (ExportedTable table : exported.tables()) {
      String all = "select t::text from ${schema}.%s t order by 1".formatted(table.name());
      assertThat(strings(other, all)).as(table.name()).isEqualTo(strings(schema, all));
    }
    assertThat(strings(other, "select description from ${schema}.products"))
        .containsExactly("tab\tline\nend \\. ü€");
    assertThat(strings(other, "select paused from ${schema}.engine_settings")).containsExactly("t");
  }

  @Test
  void everyTableThatThereIsIsExportedOnceAndAfterThoseThatItRefersTo() {
    List<String> tables = export().tables().stream().map(ExportedTable::name).toList();

    assertThat(tables)
        .containsExactlyInAnyOrderElementsOf(strings(schema, """
            select table_name
            from information_schema.tables
            where table_schema = '${schema}'
            and table_name not in ('nodes', 'schema_history')
            """))
        .containsSubsequence(
            "products", "subscriptions", "subscription_instances", "unique_values");
  }

  @Test
  void allTablesAreOfOneMomentWhileOthersWrite() throws InterruptedException {
    execute(schema, "delete from %s.data_migrations");
    AtomicBoolean exported = new AtomicBoolean();
    CountDownLatch written = new CountDownLatch(20);
    // each commit writes a row of both, and the exported tables are far apart in the file
    Thread writer = Thread.startVirtualThread(() -> {
      for (int i = 0; !exported.get(); i++) {
        execute(schema, """
            begin;
            insert into %s.data_migrations values ('NUMBER', '', '{}', '', 1, now(), 'ann');
            insert into %s.start_guards values (gen_random_uuid());
            commit
            """.replace("NUMBER", Integer.toString(i)));
        written.countDown();
      }
    });
    written.await();

    ExportManifest manifest = export();
    exported.set(true);
    writer.join();

    assertThat(rows(manifest, "data_migrations"))
        .isGreaterThanOrEqualTo(20)
        .isEqualTo(rows(manifest, "start_guards"));
  }

  private static long rows(ExportManifest manifest, String table) {
    return manifest.tables().stream()
        .filter(each -> each.name().equals(table))
        .mapToLong(ExportedTable::rows)
        .sum();
  }

  @Test
  void theFileSaysWhatItIsAndIsItsOwnersAlone() throws IOException {
    export();

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(new String(
              zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(),
              StandardCharsets.UTF_8))
          .startsWith("""
              {"format":"orchestrator4j-export","format_version":1,"release":"1.2.3","schema_version":"5",\
              "postgres_version":"18""")
          .contains("\"name\":\"products\",\"columns\":[\"product_id\",\"name\"");
    }
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws IOException {
    Files.writeString(file, "mine");

    assertThatThrownBy(this::export)
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith("%s is there already, and stays as it is".formatted(file));

    assertThat(file).hasContent("mine");
  }

  @Test
  void aFolderThatIsNotThereIsNamedAndNothingIsLeft() {
    Path nowhere = folder.resolve("no/where.zip");

    assertThatThrownBy(() -> new DatabaseExport(database, "1").write(nowhere))
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith("The export cannot be written to " + nowhere);
    assertThatThrownBy(
            () -> new DatabaseExport(database(TestingDatabase.freshSchema()), "1").write(file))
        .isInstanceOf(TransferRefused.class)
        .hasMessageContaining("has no tables of an orchestrator");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDatabaseWithRowsIsRefusedAndStaysAsItIs() {
    export();

    assertThatThrownBy(() -> load(schema, file))
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith(
            "The database is not empty: in the schema '%s' there are rows in data_migrations, products, subscriptions."
                .formatted(schema))
        .hasMessageContaining("Name an empty database, another schema");
    assertThat(rowsIn(schema)).isEqualTo(3);
  }

  @Test
  void aSchemaOfSomebodyElseIsRefusedAndGetsNoTables() {
    export();
    String other = TestingDatabase.freshSchema();
    execute(other, "create schema %s; create table %s.invoices (number integer)");

    assertThatThrownBy(() -> load(other, file))
        .isInstanceOf(TransferRefused.class)
        .hasMessageContaining("has tables, and none of an orchestrator: invoices");
    assertThat(strings(other, """
            select table_name from information_schema.tables where table_schema = '${schema}'
            """)).containsExactly("invoices");
  }

  @Test
  void aSchemaThatWasJustMadeCountsAsEmpty() {
    export();
    String other = TestingDatabase.freshSchema();
    Schema.prepare(TestingDatabase.dataSource(), other, Schema.Mode.MIGRATE);

    load(other, file);

    assertThat(rowsIn(other)).isEqualTo(3);
  }

  @Test
  void anExportOfAnOlderSchemaIsImportedAtItsVersionAndUpgradedAfterwards() {
    String older = TestingDatabase.freshSchema();
    Schema.prepare(TestingDatabase.dataSource(), older, "3");
    execute(older, """
        insert into %s.products values
          ('00000000-0000-0000-0000-000000000001', 'Port', '', 'Port', 'P', 'active', now())
        """);
    ExportManifest exported = new DatabaseExport(database(older), "0.9").write(file);
    String other = TestingDatabase.freshSchema();

    load(other, file);

    assertThat(exported.schemaVersion()).isEqualTo("3");
    assertThat(Schema.versions(TestingDatabase.dataSource(), other).stream()
            .filter(version -> version.at() != null)
            .map(Schema.Version::version))
        .containsExactly("1", "2", "3");
    Schema.prepare(TestingDatabase.dataSource(), other, Schema.Mode.MIGRATE);
    assertThat(TestingDatabase.count(other, "products")).isEqualTo(1);
    assertThatThrownBy(() -> load(empty(), file))
        .isInstanceOf(TransferRefused.class)
        .hasMessageContaining("is at version V5 already, and the export is of V3");
  }

  private static String empty() {
    String schema = TestingDatabase.freshSchema();
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    return schema;
  }

  @Test
  void anExportOfANewerSchemaIsRefusedAndNamesTheReleaseThatCan() throws IOException {
    export();
    Path newer =
        changed("manifest.json", text -> text.replace("version\":\"5\"", "version\":\"6\""));
    String other = TestingDatabase.freshSchema();

    assertThatThrownBy(() -> load(other, newer))
        .isInstanceOf(TransferRefused.class)
        .hasMessage(
            "The export is of the schema's version V6, and this program knows them up to V5. Import it with release 1.2.3, which has written it, or a later one");
    assertThat(strings(
            other,
            "select schema_name from information_schema.schemata where schema_name = '${schema}'"))
        .isEmpty();
  }

  @Test
  void filesThatAreNoExportOrNotAllOfOneAreRefusedBeforeAnythingIsMade() throws IOException {
    export();
    byte[] whole = Files.readAllBytes(file);

    assertRefused(folder.resolve("none.zip"), "There is no file");
    assertRefused(written("text.zip", "hello".getBytes(StandardCharsets.UTF_8)), "is no export");
    assertRefused(written("cut.zip", Arrays.copyOf(whole, whole.length / 2)), "is no export");
    assertRefused(without("manifest.json"), "it has no manifest.json");
    assertRefused(without("tables/products.copy"), "it has no tables/products.copy");
    assertRefused(changed("manifest.json", _ -> "{}"), "is of something else");
    assertRefused(changed("manifest.json", _ -> "{"), "manifest.json cannot be read");
    assertRefused(
        changed("manifest.json", text -> text.replace("format_version\":1", "format_version\":2")),
        "is laid out in the way 2, and this program reads the way 1. Import it with release 1.2.3");
  }

  @Test
  void aByteThatIsNotAsItWasWrittenIsFound() throws IOException {
    export();
    byte[] bytes = Files.readAllBytes(file);
    // stands in the local header of the first table's file; its compressed rows come after it
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tables/products.copy");
    bytes[name + "tables/products.copy".length() + 40] ^= 0x10;

    assertRefused(written("flipped.zip", bytes), "is damaged");
  }

  @Test
  void rowsThatTheDatabaseRefusesLeaveNothingAndTheNextTryIsFree() throws IOException {
    export();
    String other = TestingDatabase.freshSchema();
    Path wrong = changed("tables/subscriptions.copy", text -> text.replace("0002", "xyz"));
    Path fewer = changed("tables/subscriptions.copy", _ -> "");
    Path lonely = changed("tables/products.copy", text -> text.replace("0001", "0003"));

    assertThatThrownBy(() -> load(other, wrong))
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith("The database refuses rows of the table subscriptions")
        .hasMessageContaining("Nothing was imported");
    assertThat(rowsIn(other)).isZero();
    assertThatThrownBy(() -> load(other, fewer))
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith(
            "The export has 0 rows of the table subscriptions where its manifest says 1");
    assertThat(rowsIn(other)).isZero();
    assertThatThrownBy(() -> load(other, lonely))
        .isInstanceOf(TransferRefused.class)
        .hasMessageContaining("foreign key");
    assertThat(rowsIn(other)).isZero();
    assertThat(strings(other, "select paused from ${schema}.engine_settings")).containsExactly("f");

    load(other, file);

    assertThat(rowsIn(other)).isEqualTo(3);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleLeavesNothingAndTheNextTryIsFree() {
    export();
    String other = empty();
    // products are loaded by then
    execute(other, """
        create function %s.break() returns trigger language plpgsql as
          'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
        create trigger breaking before insert on %s.subscriptions
          for each row execute function %s.break()
        """);

    assertThatThrownBy(() -> load(other, file)).isInstanceOf(DatabaseUnavailable.class);
    assertThat(rowsIn(other)).isZero();
    execute(other, "drop trigger breaking on %s.subscriptions");
    load(other, file);

    assertThat(rowsIn(other)).isEqualTo(3);
  }

  @Test
  void tablesOfTheApplicationComeAlongWithTheirNumbersOnceTheyAreMade() {
    String made = """
        create table %s."Own ""table" (
          id integer generated always as identity primary key,
          "select" text,
          twice text generated always as ("select" || "select") stored,
          parent integer references %s."Own ""table");
        create sequence %s.tickets start 100
        """;
    execute(schema, made);
    execute(schema, """
        insert into %s."Own ""table" ("select", parent) values ('a', 3), ('b', 1), ('c', null);
        select nextval('%s.tickets')
        """);
    export();
    String other = TestingDatabase.freshSchema();

    assertThatThrownBy(() -> load(other, file))
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith(
            "The export has the table Own \"table (id, select, parent), which the schema '%s' does not make"
                .formatted(other));
    execute(other, made);
    load(other, file);
    execute(other, "insert into %s.\"Own \"\"table\" (\"select\") values ('d')");

    assertThat(strings(other, "select id || twice from ${schema}.\"Own \"\"table\" order by id"))
        .containsExactly("1aa", "2bb", "3cc", "4dd");
    assertThat(strings(other, "select nextval('${schema}.tickets')")).containsExactly("101");
  }

  @Test
  void tablesInACircleAreNamedUnlessTheirKeysMayWait() {
    execute(schema, """
        create table %s.hens (id integer primary key, egg integer);
        create table %s.eggs (id integer primary key, hen integer references %s.hens);
        alter table %s.hens add constraint hens_egg foreign key (egg) references %s.eggs;
        """);

    assertThatThrownBy(this::export)
        .isInstanceOf(TransferRefused.class)
        .hasMessageStartingWith("The tables eggs, hens refer to each other in a circle");
    assertThat(folder).isEmptyDirectory();
    execute(schema, "alter table %s.hens alter constraint hens_egg deferrable");
    assertThat(export().tables())
        .extracting(ExportedTable::name)
        .containsSubsequence("hens", "eggs");
  }

  private void assertRefused(Path broken, String what) {
    String other = TestingDatabase.freshSchema();
    assertThatThrownBy(() -> load(other, broken))
        .isInstanceOf(TransferRefused.class)
        .hasMessageContaining(what);
    assertThat(strings(
            other,
            "select schema_name from information_schema.schemata where schema_name = '${schema}'"))
        .isEmpty();
  }

  private Path written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path without(String entry) throws IOException {
    return rewritten(entry, _ -> null);
  }

  private Path changed(String entry, UnaryOperator<String> change) throws IOException {
    return rewritten(entry, change::apply);
  }

  private Path rewritten(String name, Function<String, @Nullable String> change)
      throws IOException {
    Path copy = Files.createTempFile(folder, "changed", ".zip");
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(copy);
        ZipOutputStream rewritten = new ZipOutputStream(out)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        String wanted = entry.getName().equals(name) ? change.apply(text) : text;
        if (wanted != null) {
          rewritten.putNextEntry(new ZipEntry(entry.getName()));
          rewritten.write(wanted.getBytes(StandardCharsets.UTF_8));
          rewritten.closeEntry();
        }
      }
    }
    return copy;
  }
}
