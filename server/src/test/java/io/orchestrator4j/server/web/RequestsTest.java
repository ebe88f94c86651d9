package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class RequestsTest {

  private static final String JSON = "application/json";
  private static TestingServer server;

  @BeforeAll
  static void start() {
    server = TestingServer.start(EchoApplication.class, "orchestrator.limits.body=1KB");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void pagesAreAListOfObjects() {
    Answer answer = post("[{\"a\": 1}, {}]", "content-type", JSON);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json()).isEqualTo(Json.read("[{\"a\": 1}, {}]"));
    assertThat(answer.header("content-type")).isEqualTo(JSON);
    assertThat(answer.header("vary")).isEqualTo("Origin");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {}     | {"type":"list_type","loc":["body"],"msg":"Input should be a valid list","input":{}}
      "text" | {"type":"list_type","loc":["body"],"msg":"Input should be a valid list","input":"text"}
      [1]    | {"type":"dict_type","loc":["body",0],"msg":"Input should be a valid dictionary","input":1}
      [{},[]]| {"type":"dict_type","loc":["body",1],"msg":"Input should be a valid dictionary","input":[]}
      ~~     | {"type":"missing","loc":["body"],"msg":"Field required","input":null}
      null   | {"type":"missing","loc":["body"],"msg":"Field required","input":null}
      [{     | {"type":"json_invalid","loc":["body",2],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting property name enclosed in double quotes"}}
      """)
  void aBodyThatIsNoListOfObjectsIsInvalid(String body, String violation) {
    Answer answer = post(body, "content-type", JSON);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).isEqualTo("{\"detail\":[%s]}".formatted(violation));
  }

  @Test
  void withoutAContentTypeABodyIsJson() {
    assertThat(post("[]").status()).isEqualTo(201);
  }

  @Test
  void plainTextIsATextAndNoJson() {
    Answer answer = post("[]", "content-type", "text/plain");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/input").asString()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[{}]"})
  void whereOnePageIsWantedEmptyMeansOneEmptyPage(String body) {
    assertThat(server.send("PUT", "/api/echo/one-empty", body).text()).isEqualTo("[{}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "5", "\"text\"", "false"})
  void whereOnePageIsWantedOtherJsonIsNoList(String body) {
    Answer answer = server.send("PUT", "/api/echo/one-empty", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo("list_type");
  }

  @Test
  void aBodyAboveTheLimitIsRefusedByItsLength() {
    assertTooLarge(post("[\"%s\"]".formatted("x".repeat(2000)), "content-type", JSON));
  }

  @Test
  void aBodyAboveTheLimitIsRefusedWhileItIsRead() {
    Answer answer = server.send(server
        .request("/api/echo/pages")
        .POST(HttpRequest.BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream("[".repeat(1500).getBytes()))));

    assertTooLarge(answer);
  }

  @Test
  void aBodyFarAboveTheLimitIsRefusedToo() {
    assertTooLarge(post(" ".repeat(1900) + "[]", "content-type", JSON));
  }

  @Test
  void aUuidThatIsNoneIsInvalid() {
    Answer answer = server.get("/api/echo/nonsense");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).isEqualTo("""
            {"detail":[{"type":"uuid_parsing","loc":["path","process_id"],"msg":"Input should be a valid UUID, \
            invalid character: found `n` at 1","input":"nonsense","ctx":{"error":"invalid character: found `n` at 1"}}]}\
            """);
  }

  @Test
  void aParameterThatIsTooLongIsInvalid() {
    Answer answer = server.send("POST", "/api/echo/pages?reporter=" + "r".repeat(101), "[]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/ctx/max_length").asInt()).isEqualTo(100);
    assertThat(answer.json().at("/detail/0/loc")).isEqualTo(Json.read("[\"query\",\"reporter\"]"));
  }

  @Test
  void bothSlashFormsAreServed() {
    assertThat(server.get("/api/echo").text()).isEqualTo("\"list\"");
    assertThat(server.get("/api/echo/").text()).isEqualTo("\"list\"");
    assertThat(server.send("POST", "/api/echo/pages/", "[]").status()).isEqualTo(201);
  }

  @Test
  void noContentHasAContentType() {
    Answer answer = server.send("PUT", "/api/echo/nothing", "");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("content-type")).isEqualTo(JSON);
  }

  @Test
  void theMapperOfTheApplicationIsOurs() {
    assertThat(server.context().getBean(JsonMapper.class)).isSameAs(Json.mapper());
    assertThat(server.get("/api/echo/plain").text())
        .isEqualTo("{\"thread_name\":\"any\",\"is_virtual\":false}");
  }

  @Test
  void requestsRunOnVirtualThreads() {
    assertThat(server.get("/api/echo/thread").json().get("is_virtual").asBoolean())
        .isTrue();
  }

  @Test
  void aClientThatWantsHtmlGetsJson() {
    assertThat(server.get("/api/echo", "accept", "text/html").text()).isEqualTo("\"list\"");
    assertThat(server.get("/api/none", "accept", "text/html").text())
        .isEqualTo("{\"detail\":\"Not Found\"}");
  }

  private static void assertTooLarge(Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).isEqualTo("""
            {"detail":"The request body is larger than 1024 bytes. Send less, or raise orchestrator.limits.body",\
            "status":413,"title":"Request Entity Too Large","code":"body_too_large"}\
            """);
  }

  private static Answer post(String body, String... headers) {
    return server.send("POST", "/api/echo/pages", body, headers);
  }
}
