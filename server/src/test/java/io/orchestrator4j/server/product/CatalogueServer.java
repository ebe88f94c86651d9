package io.orchestrator4j.server.product;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.server.node.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** A server with the products and workflows of this package, on a schema of its own. */
final class CatalogueServer implements AutoCloseable {

  private final String schema = TestingDatabase.freshSchema();
  private final TestingServer server = TestingServer.startOrchestrated(
      Application.class,
      "orchestrator.database.schema=" + schema,
      "orchestrator.schema=migrate",
      "orchestrator.catalogue=sync",
      "orchestrator.node.folder=target/nodes");

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    DatabaseAddress testingAddress() {
      PGSimpleDataSource source = (PGSimpleDataSource) TestingDatabase.dataSource();
      return new DatabaseAddress(
          String.valueOf(source.getURL()),
          String.valueOf(source.getUser()),
          String.valueOf(source.getPassword()),
          "the tests' database",
          false);
    }
  }

  Orchestrator orchestrator() {
    return server.context().getBean(Orchestrator.class);
  }

  Answer get(String path) {
    return server.get(path);
  }

  Answer send(String method, String path, String body) {
    return server.send(method, path, body);
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /** The product of this tag, as the list has it. */
  JsonNode product(String tag) {
    return get("/api/products/?tag=" + tag).json().get(0);
  }

  /** Does something to the database behind the server's back. */
  void execute(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("${schema}", schema));
    }
  }

  /** The texts under a key of each element. */
  static List<String> texts(JsonNode list, String key) {
    return list.valueStream().map(element -> element.get(key).asString()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
