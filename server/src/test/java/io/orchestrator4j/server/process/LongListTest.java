package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

      server.execute(
          "update ${schema}.process_counts set change = change + 1000 where status = 'completed'");

      Answer all = server.get("/api/processes/");
      Answer tooMany = server.get("/api/processes/?range=1,5000");

      assertThat(all.json()).hasSize(1000);
      assertThat(all.header("content-range")).isEqualTo("processes 0-1000/1001");
      assertThat(tooMany.json()).hasSize(1000);
      assertThat(tooMany.header("content-range")).isEqualTo("processes 1-1001/1001");
      assertThat(readInParts(server)).doesNotHaveDuplicates().hasSize(1001);
    }
  }

  private static List<String> readInParts(ProcessServer server) {
    List<String> read = new ArrayList<>();
    JsonNode part = server.get("/api/processes/?range=0,400").json();
    while (!part.isEmpty()) {
      part.forEach(process -> read.add(process.get("process_id").asString()));
      JsonNode last = part.get(part.size() - 1);
      part = server
          .get("/api/processes/?range=0,400&after=%s,%s"
              .formatted(last.get("started_at"), last.get("process_id").asString()))
          .json();
    }
    return read;
  }
}
