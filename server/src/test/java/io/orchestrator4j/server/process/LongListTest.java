package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class LongListTest {

  @Test
  void aListThatIsCutOffSaysSo() throws SQLException {
    try (ProcessServer server = ProcessServer.start()) {
      server.run("acting");
      server.execute("""
          insert into ${schema}.processes
          select (json_populate_record(p, json_build_object('process_id', gen_random_uuid()))).*
          from ${schema}.processes p, generate_series(1, 1000)
          """);

      Answer all = server.get("/api/processes/");
      Answer tooMany = server.get("/api/processes/?range=1,5000");

      assertThat(all.json()).hasSize(1000);
      assertThat(all.header("content-range")).isEqualTo("processes 0-1000/1001");
      assertThat(tooMany.json()).hasSize(1000);
      assertThat(tooMany.header("content-range")).isEqualTo("processes 1-1001/1001");
    }
  }
}
