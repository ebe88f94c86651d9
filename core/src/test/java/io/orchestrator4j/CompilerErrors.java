package io.orchestrator4j;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler says of an author's mistake. */
public final class CompilerErrors {

  private CompilerErrors() {}

  /** The errors of a source file whose class is called {@code Mistake}. */
  public static List<String> of(String source) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    boolean _ = ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            diagnostics,
            List.of("-proc:none", "-d", "target"),
            null,
            List.of(new Source(source)))
        .call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///Mistake.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
