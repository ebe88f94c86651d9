package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserGuardTest {

  private static TestingServer server;

  @BeforeAll
  static void start() {
    server = TestingServer.start(
        EchoApplication.class,
        "orchestrator.web.allowed-hosts=orchestrator.example.org,intern",
        "orchestrator.web.allowed-origins=https://portal.example.org");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1234",
        "127.0.0.1:8080",
        "127.1.2.3",
        "[::1]:8080",
        "orchestrator.example.org",
        "Intern:80"
      })
  void itsOwnNamesAreAnswered(String host) throws Exception {
    assertThat(getFor(host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "[::2]",
        "0x7f.1"
      })
  void anotherHostIsRefused(String host) throws Exception {
    String answer = getFor(host);

    assertThat(answer).startsWith("HTTP/1.1 421");
    assertThat(answer)
        .contains("\"code\":\"host_not_allowed\"")
        .contains("orchestrator.web.allowed-hosts");
  }

  @Test
  void aClientWithoutHostIsNoBrowser() throws Exception {
    assertThat(Wire.send(server.port(), "GET /api/echo HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:3000", "file://"})
  void aPageOfAnotherSiteChangesNothing(String origin) {
    Answer answer = server.send(
        "POST", "/api/echo/pages", "[]", "origin", origin, "content-type", "text/plain");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("code").asString()).isEqualTo("cross_site_request");
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aPageOfAnotherSiteThatHidesItsOriginChangesNothing(String relation) {
    assertThat(server
            .send("POST", "/api/echo/pages", "[]", "sec-fetch-site", relation)
            .status())
        .isEqualTo(403);
  }

  @Test
  void aPageOfAnotherSiteOpensNoWebSocket() throws Exception {
    String answer = Wire.send(
        server.port(),
        "GET /api/echo HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
            + "Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 403");
  }

  @Test
  void aLinkFromAnotherSiteIsFollowedButItsPageReadsNothing() {
    Answer answer =
        server.get("/api/echo", "origin", "https://evil.example", "sec-fetch-site", "cross-site");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
  }

  @Test
  void ownPagesMayDoEverything() {
    String origin = "http://127.0.0.1:" + server.port();

    assertThat(server.send("POST", "/api/echo/pages", "[]", "origin", origin).status())
        .isEqualTo(201);
    assertThat(server
            .send("POST", "/api/echo/pages", "[]", "sec-fetch-site", "same-origin")
            .status())
        .isEqualTo(201);
  }

  @Test
  void ownPagesBehindAProxyWithHttpsMayDoEverything() throws Exception {
    String answer = Wire.send(
        server.port(),
        "POST /api/echo/pages HTTP/1.1\r\nHost: orchestrator.example.org\r\n"
            + "Origin: https://orchestrator.example.org\r\nConnection: close\r\nContent-Length: 2\r\n\r\n[]");

    assertThat(answer).startsWith("HTTP/1.1 201");
  }

  @Test
  void aListedSiteMayCallAndRead() {
    Answer answer =
        server.send("POST", "/api/echo/pages", "[]", "origin", "https://portal.example.org");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("access-control-allow-origin"))
        .isEqualTo("https://portal.example.org");
    assertThat(answer.header("access-control-expose-headers"))
        .isEqualTo(
            "Cache-Control, Content-Language, Content-Length, Content-Type, Expires, Last-Modified, Pragma, Content-Range, ETag");
    assertThat(answer.header("vary")).isEqualTo("Origin");
  }

  @Test
  void aListedSiteMayAskFirst() {
    Answer answer = preflight("https://portal.example.org", "PUT", "if-match, content-type");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("OK");
    assertThat(answer.header("content-type")).startsWith("text/plain");
    assertThat(answer.header("vary"))
        .isEqualTo(
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network");
    assertThat(answer.header("access-control-allow-methods"))
        .isEqualTo("GET, PUT, PATCH, POST, DELETE, OPTIONS, HEAD");
    assertThat(answer.header("access-control-allow-headers"))
        .isEqualTo(
            "Accept, Accept-Language, Authorization, Content-Language, Content-Type, Idempotency-Key, If-Match, If-None-Match");
    assertThat(answer.header("access-control-max-age")).isEqualTo("600");
  }

  @Test
  void whatIsNotAllowedIsRefusedBeforehand() {
    assertThat(preflight("https://evil.example", "PUT", "if-match").text())
        .isEqualTo("Disallowed CORS origin");
    assertThat(preflight("https://portal.example.org", "TRACE", "x-own").text())
        .isEqualTo("Disallowed CORS method, headers");
    assertThat(preflight("https://evil.example", "PUT", "").status()).isEqualTo(400);
  }

  @Test
  void noOtherSiteMayFrameOurPages() {
    assertThat(server.get("/api/echo").header("x-frame-options")).isEqualTo("SAMEORIGIN");
  }

  private static Answer preflight(String origin, String method, String headers) {
    return server.send(
        "OPTIONS",
        "/api/echo",
        "",
        "origin",
        origin,
        "access-control-request-method",
        method,
        "access-control-request-headers",
        headers);
  }

  private static String getFor(String host) throws Exception {
    return Wire.send(
        server.port(),
        "GET /api/echo HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host));
  }
}
