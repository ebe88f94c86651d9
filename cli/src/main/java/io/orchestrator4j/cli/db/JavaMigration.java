package io.orchestrator4j.cli.db;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.CatalogueChange.CreateWorkflow;
import io.orchestrator4j.migration.CatalogueChange.DeleteWorkflow;
import io.orchestrator4j.migration.Follows;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewWorkflow;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a migration as an author would. */
final class JavaMigration {

  private static final String CATALOGUE = "catalogue";
  private static final String WORKFLOWS = "WORKFLOWS";

  private JavaMigration() {}

  static String source(
      String packageName,
      String className,
      List<String> follows,
      List<CatalogueChange> upgrade,
      List<CatalogueChange> downgrade) {
    TypeSpec.Builder type = TypeSpec.classBuilder(className)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .superclass(Migration.class);
    if (!follows.isEmpty()) {
      type.addAnnotation(follows(follows));
    }
    List<NewWorkflow> workflows = upgrade.stream()
        .filter(CreateWorkflow.class::isInstance)
        .map(change -> ((CreateWorkflow) change).workflow())
        .toList();
    if (!workflows.isEmpty() && isTurnedRound(workflows, upgrade, downgrade)) {
      type.addField(workflows(workflows));
      type.addMethod(method(
          "upgrade", CodeBlock.of("$L.forEach($L::createWorkflow);\n", WORKFLOWS, CATALOGUE)));
      type.addMethod(method(
          "downgrade",
          CodeBlock.of(
              "$L.forEach(workflow -> $L.deleteWorkflow(workflow.name()));\n",
              WORKFLOWS,
              CATALOGUE)));
    } else {
      type.addMethod(method("upgrade", statements(upgrade)));
      type.addMethod(method("downgrade", statements(downgrade)));
    }
    return JavaFile.builder(packageName, type.build())
        .indent("  ")
        .skipJavaLangImports(true)
        .build()
        .toString();
  }

  private static AnnotationSpec follows(List<String> ids) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Follows.class);
    ids.forEach(id -> annotation.addMember("value", "$S", id));
    return annotation.build();
  }

  private static boolean isTurnedRound(
      List<NewWorkflow> workflows, List<CatalogueChange> upgrade, List<CatalogueChange> downgrade) {
    List<CatalogueChange> deletions = workflows.stream()
        .<CatalogueChange>map(workflow -> new DeleteWorkflow(workflow.name()))
        .toList();
    return upgrade.size() == workflows.size() && downgrade.equals(deletions);
  }

  private static FieldSpec workflows(List<NewWorkflow> workflows) {
    return FieldSpec.builder(
            ParameterizedTypeName.get(List.class, NewWorkflow.class),
            WORKFLOWS,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(CodeBlock.builder()
            .add("$T.of(\n$>$>", List.class)
            .add(workflows.stream().map(JavaChanges::of).collect(CodeBlock.joining(",\n")))
            .add(")$<$<")
            .build())
        .build();
  }

  private static MethodSpec method(String name, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Catalogue.class, CATALOGUE)
        .addCode(body)
        .build();
  }

  private static CodeBlock statements(List<CatalogueChange> changes) {
    return changes.stream()
        .map(change -> CodeBlock.of("$L.$L;\n", CATALOGUE, JavaChanges.call(change)))
        .collect(CodeBlock.joining(""));
  }
}
