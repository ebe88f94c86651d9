package io.orchestrator4j.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

final class StructureTest {

  private static final String ROOT = "io.orchestrator4j.server.";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("io.orchestrator4j.server");

  @Test
  void featuresNeverImportEachOther() {
    slices()
        .matching(ROOT + "(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(),
            JavaClass.Predicates.resideInAnyPackage(ROOT + "settings", ROOT + "web", ROOT + "wire"))
        .check(CLASSES);
  }

  @Test
  void whatAllNeedKnowsNoFeature() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + "settings")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "web")
        .check(CLASSES);
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
