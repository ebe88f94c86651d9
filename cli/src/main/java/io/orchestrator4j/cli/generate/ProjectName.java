package io.orchestrator4j.cli.generate;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a project is called.
 *
 * @param name as in {@code my-shop}
 * @param packageName as in {@code com.example.myshop}
 */
record ProjectName(String name, String packageName) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  // it is Maven's group, too, which knows fewer letters than Java
  private static final Pattern PACKAGE = Pattern.compile("[a-z0-9_.]+");

  // another's jar would be in the way of the platform's own classes
  private static final String PLATFORM = "io.orchestrator4j";

  static ProjectName of(String name, @Nullable String packageName) {
    if (!NAME.matcher(name).matches()) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "'%s' is no name of a project: expected lower-case letters, digits and single hyphens between them, as in my-shop"
              .formatted(name));
    }
    String usual = "com.example." + name.replace("-", "");
    String chosen = packageName == null ? usual : packageName;
    if (!SourceVersion.isName(chosen, SourceVersion.latest())
        || !PACKAGE.matcher(chosen).matches()) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          packageName == null
              ? "'%s' makes no package, since %s is none; name one with --package"
                  .formatted(name, usual)
              : "'%s' is no package: expected names of a to z, 0 to 9 and _ with dots between them, none of them a word of Java, as in %s"
                  .formatted(chosen, usual));
    }
    if (chosen.equals(PLATFORM) || chosen.startsWith(PLATFORM + ".")) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The package %s is the platform's; choose one of your own, as in %s"
              .formatted(chosen, usual));
    }
    if (chosen.startsWith("java.")) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The package %s is Java's own, which loads no such classes; choose one of your own, as in %s"
              .formatted(chosen, usual));
    }
    return new ProjectName(name, chosen);
  }

  /** The name of its main class, as in {@code MyShopApplication}. */
  String mainClass() {
    return Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Application";
  }
}
