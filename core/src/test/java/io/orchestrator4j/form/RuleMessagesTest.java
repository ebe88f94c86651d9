package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.CompilerErrors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author reads who makes one of the commonest mistakes with a page: short, and with the name that helps. */
final class RuleMessagesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
      a value of another type       | page.field(Mistake::number).value("x")               | String cannot be converted to java.lang.Integer | 1
      a list of another type        | page.field(Mistake::ports).value(List.of("x"))       | inference variable E has incompatible bounds   | 6
      a component that is not there | page.field(Mistake::missing).value(1)                | missing                                        | 4
      a rule that is for lists      | page.field(Mistake::number).items(1, 2)              | items                                          | 4
      a rule of another type        | page.field(Mistake::number).check((n, a) -> n.isEmpty(), "x") | isEmpty                               | 4
      a component of another page   | page.field(Other::other).value("x")                  | no suitable method found for field(Other::other) | 20
      """)
  void isShort(String mistake, String rule, String named, int lines) {
    List<String> errors = compile(rule);

    assertThat(errors).as(mistake).hasSize(1);
    assertThat(errors.getFirst()).contains(named);
    assertThat(errors.getFirst().lines().count()).as(errors.getFirst()).isLessThanOrEqualTo(lines);
  }

  private static List<String> compile(String rule) {
    return CompilerErrors.of("""
        import io.orchestrator4j.form.*;
        import java.util.List;
        @FormPage record Mistake(int number, List<Integer> ports) {
          static void rules(PageRules<Mistake> page) { %s; }
        }
        @FormPage record Other(String other) {}
        """.formatted(rule));
  }
}
