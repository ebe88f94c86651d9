package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.terminal.ChildCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The example as a program of its own, in a folder of its own in which it keeps everything. */
final class BeginnerProgram implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final StringBuilder said = new StringBuilder();

  private BeginnerProgram(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static BeginnerProgram start(Path folder, String... arguments) throws IOException {
    return start(new ArrayList<>(ChildCommand.of(Beginner.class).words()), folder, arguments);
  }

  /** Runs the classes of a project. */
  static BeginnerProgram start(BeginnerProject project, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(ChildCommand.of(Beginner.class).words());
    words.replaceAll(project::classPath);
    return start(words, project.folder(), arguments);
  }

  private static BeginnerProgram start(List<String> words, Path folder, String... arguments)
      throws IOException {
    words.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ORCHESTRATOR_"));
    return new BeginnerProgram(builder.start());
  }

  /** Waits until the program says something that contains this. */
  void awaitText(String text) throws IOException {
    String line = output.readLine();
    while (line != null) {
      said.append(line).append('\n');
      if (line.contains(text)) {
        return;
      }
      line = output.readLine();
    }
    throw new AssertionError("It ended without saying \"%s\". It said:%n%s".formatted(text, said));
  }

  /** Types lines; after them the input ends. */
  void type(String lines) throws IOException {
    try (BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(lines);
    }
  }

  /** Asks it to end, as a system that shuts down does. */
  void terminate() {
    // not process.destroy(), which closes the output before it was read
    process.toHandle().destroy();
  }

  /** Waits until it has ended, and returns its exit code. */
  int awaitEnd() throws IOException, InterruptedException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
    return process.exitValue();
  }

  /** All that it said so far. */
  String said() {
    return said.toString();
  }

  /** The programs of this machine that live in a folder: servers and databases that were started there. */
  static List<String> livingIn(Path folder) {
    return ProcessHandle.allProcesses()
        .map(BeginnerProgram::commandLine)
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }

  // Java itself knows none that is longer than a page, as one with a class path is
  private static String commandLine(ProcessHandle process) {
    Path whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return Files.readString(whole).replace('\0', ' ');
    } catch (IOException _) {
      return process.info().commandLine().orElse("");
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
