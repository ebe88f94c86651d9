package io.orchestrator4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.CompilerErrors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author reads who makes one of the commonest mistakes: short, and with the name that helps. */
final class CompilerMessagesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      a method that is not there     | begin().then(this::missing)              | missing                                          | 5
      nine parameters                | begin().then(this::nine).then(this::one) | MoreThanEightParameters_takeThePageRecordOrState | 5
      a call instead of a reference  | begin().then(one())                      | void                                             | 5
      a misspelt rule                | begin().authorise(c -> true)             | authorise                                        | 5
      the method's class is no value | begin().then(Mistake)                    | Mistake                                          | 5
      a form that is not there       | begin(this::askNobody).then(this::one)   | askNobody                                        | 5
      """)
  void isShort(String mistake, String chain, String named, int lines) {
    List<String> errors = compile(chain);

    assertThat(errors).as(mistake).hasSize(1);
    assertThat(errors.getFirst()).contains(named);
    assertThat(errors.getFirst().lines().count()).as(errors.getFirst()).isLessThanOrEqualTo(lines);
  }

  private static List<String> compile(String chain) {
    return CompilerErrors.of("""
        import io.orchestrator4j.workflow.*;
        import static io.orchestrator4j.workflow.Steps.*;
        class Mistake {
          StepList chain() { return %s; }
          void one() {}
          void nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
        }
        """.formatted(chain));
  }
}
