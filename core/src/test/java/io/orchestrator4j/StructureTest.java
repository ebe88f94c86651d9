package io.orchestrator4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which package of this module may import which: one table, every row in full. */
final class StructureTest {

  private static final String ROOT = "io.orchestrator4j";

  private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
      Map.entry("definition", Set.of()),
      Map.entry("value", Set.of()),
      Map.entry("store", Set.of("value")),
      Map.entry("transfer", Set.of("value", "store")),
      Map.entry("customer", Set.of()),
      Map.entry("translation", Set.of("value")),
      Map.entry("form.field", Set.of("value")),
      Map.entry(
          "form.page", Set.of("definition", "value", "customer", "translation", "form.field")),
      Map.entry(
          "form",
          Set.of("definition", "value", "customer", "translation", "form.field", "form.page")),
      Map.entry("product", Set.of("definition", "value", "form")),
      Map.entry("workflow", Set.of("definition", "value", "form", "product")),
      Map.entry("audit", Set.of("value", "store", "workflow")),
      Map.entry("process", Set.of("value", "store", "workflow", "audit")),
      Map.entry("event", Set.of("value", "store")),
      Map.entry("node", Set.of("value", "store", "audit", "event")),
      Map.entry(
          "engine",
          Set.of("value", "store", "form", "workflow", "audit", "process", "event", "node")),
      Map.entry("subscription", Set.of("definition", "value", "store", "form", "product", "event")),
      Map.entry("search", Set.of("value", "store", "product", "subscription")),
      Map.entry(
          "catalogue", Set.of("definition", "value", "store", "product", "workflow", "audit")),
      Map.entry(
          "migration", Set.of("value", "store", "workflow", "audit", "subscription", "catalogue")),
      Map.entry(
          "lifecycle",
          Set.of(
              "definition",
              "value",
              "store",
              "form",
              "product",
              "workflow",
              "audit",
              "process",
              "event",
              "engine",
              "subscription",
              "catalogue")),
      Map.entry(
          "builtin",
          Set.of(
              "value", "form", "product", "workflow", "subscription", "catalogue", "lifecycle")));

  private static final Set<Map.Entry<String, Set<String>>> ROWS = MAY_IMPORT.entrySet();

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @ParameterizedTest
  @FieldSource("ROWS")
  void aPackageImportsNoOtherThanItsRowAllows(Map.Entry<String, Set<String>> row) {
    String[] allowed = Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
        .map(name -> ROOT + "." + name)
        .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(ROOT + "." + row.getKey())
        .should()
        .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
            "are outside or in " + String.join(", ", allowed),
            other -> !other.getPackageName().startsWith(ROOT)
                || Set.of(allowed).contains(other.getPackageName())))
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsRow() {
    Set<String> packages = new TreeSet<>();
    for (JavaPackage each : CLASSES.getPackage(ROOT).getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty()) {
        packages.add(each.getName().substring(ROOT.length() + 1));
      }
    }

    assertThat(packages).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noSpringAndNoHttp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "jakarta.servlet..",
            "java.net.http..",
            "com.sun.net.httpserver..")
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreAndSqlClassesKnowTheSqlLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".value", ROOT + ".form", ROOT + ".workflow")
        .and()
        // the one place where an author's own SQL comes in
        .doNotHaveSimpleName("CommitWork")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.flywaydb..")
        .check(CLASSES);
  }
}
