package io.orchestrator4j.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Another JVM that runs PostgreSQL in a folder until its standard input ends, or it is killed. */
record OtherJvm(Process process, String answer) implements AutoCloseable {

  private static final String ANSWER = "answer: ";

  public static void main(String[] arguments) throws SQLException, IOException {
    try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      Queries.execute(postgres, "create table if not exists kept as select 42 as answer");
      IO.println(ANSWER + postgres.port());
      System.in.readAllBytes();
    } catch (EmbeddedPostgresFailure failure) {
      IO.println(ANSWER + failure.getMessage());
    }
  }

  /** Its answer is the port, or why it did not start. */
  static OtherJvm start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    Process process = new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            OtherJvm.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
    BufferedReader output = process.inputReader();
    var everything = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ANSWER)) {
        return new OtherJvm(process, line.substring(ANSWER.length()));
      }
      everything.append(line).append('\n');
    }
    throw new IOException("The other JVM ended without an answer: " + everything);
  }

  int port() {
    return Integer.parseInt(answer);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it stop PostgreSQL. */
  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    process.onExit().join();
  }
}
