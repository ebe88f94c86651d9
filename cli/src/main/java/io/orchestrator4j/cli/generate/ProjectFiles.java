package io.orchestrator4j.cli.generate;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a new project, made of templates: what stands between two {@code @} is filled in. */
final class ProjectFiles {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT);
  private static final Pattern PLACE = Pattern.compile("@([a-z-]+)@");

  private static final String MAVEN = ".mvn/wrapper/maven-wrapper.properties";
  private static final List<String> AS_THEY_ARE =
      List.of("mvnw", "mvnw.cmd", MAVEN, "launcher/jdk.bash");
  private static final Set<String> PROGRAMS = Set.of("mvnw", "orchestrator");

  private final ProjectName project;
  private final Map<String, String> values = new LinkedHashMap<>();

  ProjectFiles(ProjectName project, String version, Instant now) {
    this.project = project;
    for (String plugin : versions().stringPropertyNames()) {
      values.put(plugin, versions().getProperty(plugin));
    }
    values.put("name", project.name());
    values.put("package", project.packageName());
    values.put("main", project.mainClass());
    values.put("version", version);
    values.put("time", TIME.format(now.atOffset(ZoneOffset.UTC)));
  }

  /**
   * Writes them into a folder of the project's name, which is new or empty.
   *
   * @throws CommandFailure if something is there already, or the folder cannot be written to
   */
  Path write(Path into) {
    Path folder = into.resolve(project.name());
    try {
      Files.createDirectories(into.toAbsolutePath());
      if (!isEmpty(folder)) {
        Files.createDirectory(folder);
      }
      for (String file : AS_THEY_ARE) {
        write(folder.resolve(file), template(file));
      }
      for (Map.Entry<String, String> each : filled().entrySet()) {
        write(folder.resolve(each.getKey()), fill(template(each.getValue())));
      }
      return folder;
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "%s is there already, and stays as it is. Choose another name, or another place with --into"
              .formatted(e.getFile()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The project cannot be written to %s: %s".formatted(folder, e));
    }
  }

  /** The templates that are filled in, by the path of the file. */
  private Map<String, String> filled() {
    String code = project.packageName().replace('.', '/');
    String source = "src/main/java/" + code + "/";
    String test = "src/test/java/" + code + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("README.md", "README.md");
    files.put(".gitignore", "gitignore");
    files.put("orchestrator", "orchestrator");
    files.put(source + project.mainClass() + ".java", "source/Application.java");
    for (String each : List.of("package-info", "Site", "SiteBlock", "SiteWorkflows")) {
      files.put(source + each + ".java", "source/%s.java".formatted(each));
    }
    files.put(source + "migrations/package-info.java", "migrations/package-info.java");
    files.put(
        source + "migrations/V%s__AddSites.java".formatted(values.get("time")),
        "migrations/AddSites.java");
    for (String each : List.of("SiteWorkflowsTest", "MigrationsTest")) {
      files.put(test + each + ".java", "test/%s.java".formatted(each));
    }
    return files;
  }

  private String fill(String template) {
    return PLACE.matcher(template).replaceAll(place -> {
      String value = values.get(place.group(1));
      return Matcher.quoteReplacement(value == null ? place.group() : value);
    });
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (PROGRAMS.contains(file.getFileName().toString()) && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static String template(String name) throws IOException {
    try (InputStream stream = resource("project/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try (InputStream stream = resource("versions.properties")) {
      versions.load(stream);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = ProjectFiles.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("this build has no file " + name);
    }
    return stream;
  }
}
