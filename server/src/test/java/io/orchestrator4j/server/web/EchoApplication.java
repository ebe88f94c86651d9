package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** An author's application with one route of each kind. */
@SpringBootApplication
class EchoApplication {

  record Thread(String threadName, boolean isVirtual) {}

  @RestController
  @RequestMapping("/api/echo")
  static class Echo {

    @GetMapping
    ResponseEntity<JsonNode> list() {
      return Answers.json(200, "list");
    }

    @PostMapping("/pages")
    ResponseEntity<JsonNode> pages(
        JsonBody body, @RequestParam(required = false) @Nullable String reporter) {
      Parameters.text("reporter", reporter, 100);
      return Answers.json(201, body.pages());
    }

    @PutMapping("/one-empty")
    ResponseEntity<JsonNode> pagesOrOneEmpty(JsonBody body) {
      return Answers.json(200, body.pagesOrOneEmpty());
    }

    @PutMapping("/object")
    ResponseEntity<JsonNode> object(JsonBody body) {
      return Answers.json(200, body.object());
    }

    @PutMapping("/nothing")
    ResponseEntity<JsonNode> nothing() {
      return Answers.nothing();
    }

    @GetMapping("/{process_id}")
    ResponseEntity<JsonNode> id(@PathVariable("process_id") String id) {
      return Answers.json(200, Map.of("id", Parameters.uuid("process_id", id)));
    }

    @GetMapping("/thread")
    ResponseEntity<JsonNode> thread() {
      java.lang.Thread thread = java.lang.Thread.currentThread();
      return Answers.json(200, Json.toTree(new Thread(thread.getName(), thread.isVirtual())));
    }

    @GetMapping("/plain")
    Thread plain() {
      return new Thread("any", false);
    }

    @GetMapping("/exception")
    ResponseEntity<JsonNode> exception() {
      throw new IllegalStateException("the password is swordfish");
    }

    @GetMapping("/error")
    ResponseEntity<JsonNode> error() {
      throw new StackOverflowError("the password is swordfish");
    }

    @GetMapping("/problem")
    ResponseEntity<JsonNode> problem() {
      throw new Problem(409, "taken", "Somebody was faster").refused();
    }

    @GetMapping("/needs")
    ResponseEntity<JsonNode> needs(@RequestParam int number) {
      return Answers.json(200, number);
    }
  }
}
