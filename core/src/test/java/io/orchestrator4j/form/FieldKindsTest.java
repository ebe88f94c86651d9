package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.value.Json;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each kind of field: the schema that it shows, the answers that it takes, and those that it refuses. */
final class FieldKindsTest {

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  enum Size3 {
    S("Small"),
    L("Large");

    private final String label;

    Size3(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  @FormPage
  record Everything(
      @Field(title = "Please fill in everything") @Nullable Label intro,
      @Size(min = 2, max = 10) @DefaultValue("text") String text,

      @Field(help = "Letters then digits") @Pattern(regexp = "^[a-z]+[0-9]*$") @DefaultValue("abc1")
      String code,

      @NotBlank @DefaultValue("x") String filled,
      @LongText @DefaultValue("one\ntwo") String notes,
      @Min(1) @Max(20) @DefaultValue("5") int number,
      @Positive @DefaultValue("1") long positive,

      @DecimalMax(value = "1", inclusive = false) @DefaultValue("0.5")
      BigDecimal share,

      @DefaultValue("false") boolean flag,
      @Nullable String optionalText,
      @Nullable Integer optionalNumber,
      @DefaultValue("red") Colour colour,
      @DefaultValue("s") Size3 size,
      @DefaultValue("11111111-2222-3333-4444-555555555555") UUID id,
      @DefaultValue("2026-01-31") LocalDate day,
      @DefaultValue("2026-01-31T10:00:00Z") Instant moment,
      @DefaultValue("2026-01-31T10:00:00") LocalDateTime localMoment,
      @Email @DefaultValue("ann@example.org") String mail,
      @Size(min = 1, max = 3) List<String> names,
      @Size(min = 1) List<Colour> colours,
      @Choice int roleId,
      String fixed) {}

  private static Everything ask(Form form) {
    return form.ask(Everything.class, page -> {
      page.title("Field kinds");
      page.field(Everything::names).value(List.of("x"));
      page.field(Everything::colours).value(List.of(Colour.RED)).unique();
      page.field(Everything::roleId).choices(Map.of(7, "Core")).value(7);
      page.field(Everything::fixed).readOnly("unchangeable");
    });
  }

  private static FormOutcome<Everything> answer(ObjectNode answers) throws Exception {
    return new Forms(FormServices.standard()).replay(FieldKindsTest::ask, List.of(answers));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      intro           | {"anyOf":[{"type":"string"},{"type":"null"}],"default":"Please fill in everything","format":"label","title":"Please fill in everything","type":"string","readOnly":true}
      text            | {"default":"text","maxLength":10,"minLength":2,"title":"Text","type":"string"}
      code            | {"default":"abc1","description":"Letters then digits","pattern":"^[a-z]+[0-9]*$","title":"Code","type":"string"}
      filled          | {"default":"x","minLength":1,"title":"Filled","type":"string"}
      notes           | {"default":"one\\ntwo","format":"long","title":"Notes","type":"string"}
      number          | {"default":5,"maximum":20,"minimum":1,"title":"Number","type":"integer"}
      positive        | {"default":1,"exclusiveMinimum":0,"title":"Positive","type":"integer"}
      share           | {"default":0.5,"exclusiveMaximum":1,"title":"Share","type":"number"}
      flag            | {"default":false,"title":"Flag","type":"boolean"}
      optional_text   | {"anyOf":[{"type":"string"},{"type":"null"}],"default":null,"title":"Optional Text"}
      optional_number | {"anyOf":[{"type":"integer"},{"type":"null"}],"default":null,"title":"Optional Number"}
      colour          | {"$ref":"#/$defs/Colour","default":"red"}
      size            | {"$ref":"#/$defs/Size3","default":"s"}
      id              | {"default":"11111111-2222-3333-4444-555555555555","format":"uuid","title":"Id","type":"string"}
      day             | {"default":"2026-01-31","format":"date","title":"Day","type":"string"}
      moment          | {"default":"2026-01-31T10:00:00Z","format":"date-time","title":"Moment","type":"string"}
      mail            | {"default":"ann@example.org","format":"email","title":"Mail","type":"string"}
      names           | {"default":["x"],"items":{"type":"string"},"maxItems":3,"minItems":1,"title":"Names","type":"array"}
      colours         | {"default":["red"],"items":{"$ref":"#/$defs/Colour"},"minItems":1,"title":"Colours","type":"array","uniqueItems":true}
      role_id         | {"$ref":"#/$defs/RoleId","default":"7"}
      fixed           | {"const":"unchangeable","default":"unchangeable","extraProperties":{"disabled":true,"value":"unchangeable"},"readOnly":true,"title":"Fixed","type":"string","uniforms":{"disabled":true,"value":"unchangeable"}}
      """)
  void showsItsSchema(String key, String schema) throws Exception {
    ObjectNode page = page();

    assertThat(Json.write(page.path("properties").path(key))).isEqualTo(schema);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      Colour | {"enum":["red","green","blue"],"title":"Colour","type":"string"}
      Size3  | {"enum":["s","l"],"options":{"l":"Large","s":"Small"},"title":"Size3","type":"string"}
      RoleId | {"enum":["7"],"options":{"7":"Core"},"title":"RoleId","type":"string"}
      """)
  void definesItsChoices(String name, String schema) throws Exception {
    assertThat(Json.write(page().path("$defs").path(name))).isEqualTo(schema);
  }

  @ParameterizedTest(name = "{0} takes {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      text            | "hello"                | "hello"
      number          | 7                      | 7
      number          | "7"                    | 7
      number          | " 7 "                  | 7
      number          | 7.0                    | 7
      number          | "7.0"                  | 7
      number          | "1_0"                  | 10
      number          | true                   | 1
      share           | "0.25"                 | 0.25
      share           | 0.123456789012345678901 | 0.123456789012345678901
      flag            | "yes"                  | true
      flag            | "OFF"                  | false
      flag            | 1                      | true
      optional_text   | null                   | null
      optional_number | "3"                    | 3
      colour          | "green"                | "green"
      id              | "AAAAAAAA-2222-3333-4444-555555555555" | "aaaaaaaa-2222-3333-4444-555555555555"
      day             | "2026-01-31T00:00:00"  | "2026-01-31"
      day             | 0                      | "1970-01-01"
      moment          | "2026-01-31"           | "2026-01-31T00:00:00Z"
      moment          | "2026-01-31 12:30"     | "2026-01-31T12:30:00Z"
      moment          | "2026-01-31T12:30:00+01:00" | "2026-01-31T11:30:00Z"
      moment          | 60                     | "1970-01-01T00:01:00Z"
      local_moment    | "2026-01-31T12:30:00"  | "2026-01-31T12:30:00"
      names           | ["a","b"]              | ["a","b"]
      role_id         | "7"                    | 7
      role_id         | 7                      | 7
      """)
  void takes(String key, String sent, String stored) throws Exception {
    ObjectNode answers = Json.object();
    answers.set(key, Json.read(sent));

    FormOutcome<Everything> outcome = answer(answers);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FormOutcome.Complete.class,
            complete -> assertThat(Pages.toState((Everything) complete.result()).path(key))
                .isEqualTo(Json.read(stored)));
  }

  @ParameterizedTest(name = "{0} refuses {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      text    | 5         | string_type             | Input should be a valid string                     | {}
      text    | "x"       | string_too_short        | String should have at least 2 characters           | {"min_length":2}
      text    | "01234567890" | string_too_long     | String should have at most 10 characters           | {"max_length":10}
      filled  | ""        | string_too_short        | String should have at least 1 character            | {"min_length":1}
      filled  | " "       | value_error             | must not be blank                                  | {"error":"must not be blank"}
      code    | "1"       | string_pattern_mismatch | String should match pattern '^[a-z]+[0-9]*$'       | {"pattern":"^[a-z]+[0-9]*$"}
      number  | 21        | less_than_equal         | Input should be less than or equal to 20           | {"le":20}
      number  | 0         | greater_than_equal      | Input should be greater than or equal to 1         | {"ge":1}
      number  | 5.5       | int_from_float          | Input should be a valid integer, got a number with a fractional part | {}
      number  | "x"       | int_parsing             | Input should be a valid integer, unable to parse string as an integer | {}
      number  | ""        | int_parsing             | Input should be a valid integer, unable to parse string as an integer | {}
      number  | null      | int_type                | Input should be a valid integer                    | {}
      number  | 99999999999999999999 | value_error  | Input is out of range for this field               | {"error":"Input is out of range for this field"}
      positive | 0        | greater_than            | Input should be greater than 0                     | {"gt":0}
      share   | 1         | less_than               | Input should be less than 1                        | {"lt":1}
      share   | "x"       | float_parsing           | Input should be a valid number, unable to parse string as a number | {}
      flag    | 2         | bool_parsing            | Input should be a valid boolean, unable to interpret input | {}
      flag    | null      | bool_type               | Input should be a valid boolean                    | {}
      colour  | "x"       | enum                    | Input should be 'red', 'green' or 'blue'           | {"expected":"'red', 'green' or 'blue'"}
      size    | "x"       | enum                    | Input should be 's' or 'l'                         | {"expected":"'s' or 'l'"}
      role_id | "8"       | enum                    | Input should be '7'                                | {"expected":"'7'"}
      day     | "2026"    | date_from_datetime_parsing | Input should be a valid date or datetime, input is too short | {}
      day     | "2026-01-31T01:00:00" | date_from_datetime_inexact | Datetimes provided to dates should have zero time - e.g. be exact dates | {}
      moment  | "x"       | datetime_from_date_parsing | Input should be a valid datetime or date, input is too short | {}
      mail    | "x"       | value_error             | value is not a valid email address                 | {"error":"value is not a valid email address"}
      names   | []        | too_short               | List should have at least 1 item after validation, not 0 | {"field_type":"List","min_length":1,"actual_length":0}
      names   | ["a","b","c","d"] | too_long        | List should have at most 3 items after validation, not 4 | {"field_type":"List","max_length":3,"actual_length":4}
      names   | "a"       | list_type               | Input should be a valid list                       | {}
      colours | ["red","red"] | unique_list         | List must be unique                                | {}
      fixed   | "other"   | literal_error           | Input should be 'unchangeable'                     | {"expected":"'unchangeable'"}
      """)
  void refuses(String key, String sent, String type, String message, String context)
      throws Exception {
    ObjectNode answers = Json.object();
    answers.set(key, Json.read(sent));

    FormOutcome<Everything> outcome = answer(answers);

    assertThat(outcome).isInstanceOfSatisfying(FormOutcome.Invalid.class, invalid -> {
      JsonNode error = invalid.page().errors().get(0);
      assertThat(invalid.page().errors()).hasSize(1);
      assertThat(error.path("type").asString()).isEqualTo(type);
      assertThat(error.path("loc").get(0).asString()).isEqualTo(key);
      assertThat(error.path("msg").asString()).isEqualTo(message);
      assertThat(error.path("input")).isEqualTo(Json.read(sent));
      assertThat(error.has("ctx") ? error.path("ctx") : Json.object())
          .isEqualTo(Json.read(context));
      assertThat(error.has("url")).isEqualTo(!type.equals("unique_list"));
    });
  }

  private static ObjectNode page() throws Exception {
    return switch (new Forms(FormServices.standard()).replay(FieldKindsTest::ask, List.of())) {
      case FormOutcome.NextPage<Everything>(ObjectNode schema, Boolean hasNext) -> {
        assertThat(hasNext).isTrue();
        yield schema;
      }
      case FormOutcome<Everything> other -> throw new AssertionError(other);
    };
  }
}
