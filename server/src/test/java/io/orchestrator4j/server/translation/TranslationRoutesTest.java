package io.orchestrator4j.server.translation;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** What surrounds forms in an application: translations, customers and value types. */
final class TranslationRoutesTest {

  record Serial(String value) {}

  @Workflows
  static final class Greetings {

    @FormPage
    record GreetPage(@Customer String customerId, String name, Serial serial) {}

    @Task("Greet")
    StepList greet() {
      return begin(this::ask).then(this::say);
    }

    State ask(Form form) {
      return State.of(form.ask(GreetPage.class));
    }

    @Step("Say")
    void say(String name) {
      assertThat(name).isNotEmpty();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Greetings greetings() {
      return new Greetings();
    }

    @Bean
    Customers customers() {
      return () ->
          List.of(new CustomerInfo("a", "Ann", "ann"), new CustomerInfo("b", "Bob", "bob"));
    }

    @Bean
    ValueType<Serial> serial() {
      return ValueType.of(Serial.class).withFormat("serial");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Plain {

    @Bean
    Greetings greetings() {
      return new Greetings();
    }
  }

  private static TestingServer start(Class<?> application, String... more) {
    List<String> settings = new ArrayList<>(TestingDatabase.settings());
    settings.add("orchestrator.catalogue=sync");
    settings.addAll(List.of(more));
    return TestingServer.startOrchestrated(application, settings.toArray(String[]::new));
  }

  private static JsonNode form(TestingServer server) {
    return server.send("POST", "/api/processes/greet", "[]").json().path("form");
  }

  @Test
  void translationsAreServed() {
    try (TestingServer server = start(Plain.class)) {
      assertThat(server.get("/api/translations/fr-FR").json())
          .isEqualTo(
              Json.read(
                  "{\"forms\":{\"fields\":{\"name\":\"Nom\",\"name_info\":\"Unique\"}},\"workflow\":{\"greet\":\"Saluer\"}}"));
      assertThat(server.get("/api/translations/xx-XX").text()).isEqualTo("{}");
      TestingServer.Answer refused = server.get("/api/translations/fr");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().at("/detail/0")).isEqualTo(Json.read("""
              {"type":"string_pattern_mismatch","loc":["path","language"],
               "msg":"String should match pattern '^[a-z]+-[A-Z]+$'","input":"fr","ctx":{"pattern":"^[a-z]+-[A-Z]+$"}}"""));
    }
  }

  @Test
  void formsHaveTheApplicationsSurroundings() {
    try (TestingServer server = start(Application.class, "orchestrator.language=fr-FR")) {
      JsonNode form = form(server);

      assertThat(form.at("/properties/name/title").asString()).isEqualTo("Nom");
      assertThat(form.at("/properties/name/description").asString()).isEqualTo("Unique");
      assertThat(form.at("/properties/serial/format").asString()).isEqualTo("serial");
      assertThat(form.at("/$defs/CustomerChoice/options"))
          .isEqualTo(Json.read("{\"a\":\"Ann\",\"b\":\"Bob\"}"));
      assertThat(server.context().getBean(Orchestrator.class).customers().find("b"))
          .isPresent();
    }
  }

  @Test
  void theOneCustomerIsThatOfTheSettings() {
    try (TestingServer server =
        start(Plain.class, "orchestrator.customer.id=x", "orchestrator.customer.fullname=Xavier")) {
      JsonNode form = form(server);

      assertThat(form.at("/properties/customer_id/default").asString()).isEqualTo("x");
      assertThat(form.at("/$defs/CustomerChoice/options"))
          .isEqualTo(Json.read("{\"x\":\"Xavier\"}"));
    }
  }
}
