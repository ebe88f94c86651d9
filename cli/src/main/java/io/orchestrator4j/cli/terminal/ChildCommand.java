package io.orchestrator4j.cli.terminal;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How to start this very program once more: the same Java, the same options, the same jar or class path. */
public record ChildCommand(List<String> words) {

  // neither agents and debuggers, of which there can be one, nor files that are written at the end
  private static final Pattern PASSED_ON = Pattern.compile(
      "-X(?!X:AOTCacheOutput|X:AOTMode|X:.*File=|debug|run).*|--enable-native-access.*");

  public ChildCommand {
    words = List.copyOf(words);
  }

  /** The command whose main is this application's. */
  public static ChildCommand of(Class<?> application) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> PASSED_ON.matcher(argument).matches())
        .forEach(words::add);
    String started = System.getProperty("sun.java.command", "").split(" ", 2)[0];
    String classPath = System.getProperty("java.class.path");
    if (started.endsWith(".jar") && Path.of(started).equals(Path.of(classPath))) {
      words.addAll(List.of("-jar", Path.of(started).toAbsolutePath().toString()));
    } else {
      words.addAll(List.of("-cp", absolute(classPath), application.getName()));
    }
    return new ChildCommand(words);
  }

  private static String absolute(String classPath) {
    return Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
        .splitAsStream(classPath)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((all, entry) -> all + System.getProperty("path.separator") + entry)
        .orElse("");
  }
}
