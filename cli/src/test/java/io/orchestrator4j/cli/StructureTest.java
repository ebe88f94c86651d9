package io.orchestrator4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class StructureTest {

  private static final String ROOT = "io.orchestrator4j.cli";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Test
  void packagesHaveNoCircles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void whatOperatesAServerKnowsItOverHttpAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".process")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "io.orchestrator4j",
            "io.orchestrator4j.engine..",
            "io.orchestrator4j.process..",
            "io.orchestrator4j.store..",
            "io.orchestrator4j.server..",
            ROOT + ".demo")
        .check(CLASSES);
  }

  @Test
  void whatAllCommandsShareKnowsNoCommand() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".terminal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".process", ROOT + ".demo")
        .check(CLASSES);
  }
}
