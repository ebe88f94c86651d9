package io.orchestrator4j.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator reads of a process. */
final class ShownProcessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"step\":\"Deploy\",\"percent\":40,\"message\":\"port 4 of 10\",\"at\":1.5} | Deploy: 40 % port 4 of 10 (",
        "{\"step\":\"Deploy\",\"percent\":null,\"message\":\"reloading\",\"at\":1.5} | Deploy: reloading (",
        "{\"step\":\"Deploy\",\"percent\":0,\"message\":null,\"at\":1.5} | Deploy: 0 % ("
      })
  void aRunningProcessSaysHowFarItsStepIs(String progress, String line) {
    StringWriter results = new StringWriter();
    PrintWriter writer = new PrintWriter(results);

    new ShownProcess(
            Json.read(
                "{\"process_id\":\"1\",\"last_status\":\"running\",\"progress\":" + progress + "}"),
            new ServerOptions())
        .print(new Terminal(writer, writer));

    assertThat(results.toString()).contains("\n" + line + "1970");
  }
}
