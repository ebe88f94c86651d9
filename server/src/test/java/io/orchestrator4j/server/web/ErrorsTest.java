package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorsTest {

  private static TestingServer server;

  @BeforeAll
  static void start() {
    server = TestingServer.start(EchoApplication.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/nothing/", "/error", "/api/echo/pages/more"})
  void anUnknownRouteIsNotFound(String path) {
    Answer answer = server.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"detail\":\"Not Found\"}");
    assertThat(answer.header("content-type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "OPTIONS", "PATCH"})
  void anotherMethodIsNotAllowed(String method) {
    Answer answer = server.send(method, "/api/echo", "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
  }

  @Test
  void headIsNotAllowed() {
    assertThat(server.send(server.request("/api/echo").HEAD()).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  void whatNobodyExpectedShowsNothingOfItself(String kind) {
    Answer answer = server.get("/api/echo/" + kind);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text())
        .matches(
            "\\{\"detail\":\"Something unexpected happened here. The server's log has it under the error id [0-9a-f-]{36}\","
                + "\"status\":500,\"title\":\"Internal Server Error\",\"code\":\"internal_error\"}");
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.header("vary")).isEqualTo("Origin");
  }

  @Test
  void afterA500TheConnectionLives() {
    server.get("/api/echo/exception");

    assertThat(server.get("/api/echo").status()).isEqualTo(200);
  }

  @Test
  void whoSendsALargeBodySeesWhyItIsRefused() {
    Answer answer = server.send("POST", "/api/echo/pages", " ".repeat(25_000_000) + "[]");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(server.get("/api/echo").status()).isEqualTo(200);
  }

  @Test
  void aThrownProblemIsAnswered() {
    Answer answer = server.get("/api/echo/problem");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text())
        .isEqualTo(
            "{\"detail\":\"Somebody was faster\",\"status\":409,\"title\":\"Conflict\",\"code\":\"taken\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/echo/needs", "/api/echo/needs?number=x"})
  void whatSpringRefusesIsAProblem(String path) {
    Answer answer = server.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asString()).isEqualTo("bad_request");
  }

  @Test
  void aRequestThatIsNoHttpIsAProblem() throws Exception {
    String answer = Wire.send(server.port(), "GET /api/<echo> HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer)
        .endsWith(
            "{\"detail\":\"Bad Request\",\"status\":400,\"title\":\"Bad Request\",\"code\":\"bad_request\"}");
  }

  @Test
  void aFormIsNoJson() {
    Answer answer = server.send(server
        .request("/api/echo/object")
        .header("content-type", "application/x-www-form-urlencoded")
        .PUT(HttpRequest.BodyPublishers.ofString("a=1")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/input").asString()).isEqualTo("a=1");
  }
}
