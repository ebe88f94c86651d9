package io.orchestrator4j.workflow;

import static io.orchestrator4j.workflow.Steps.verifyEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerifyEqualTest {

  record Port(String name, int vlan) {}

  @Test
  void theSameDataPass() {
    assertThatCode(
            () -> verifyEqual(new Port("p1", 7), Map.of("vlan", 7.0, "name", "p1"), "differ"))
        .doesNotThrowAnyException();
  }

  @Test
  void everyDifferenceIsInTheDetails() {
    InconsistentData thrown = catchThrowableOfType(
        InconsistentData.class,
        () -> verifyEqual(
            List.of(new Port("p1", 7), new Port("p2", 8)),
            List.of(new Port("p1", 9)),
            "Found difference in IMS"));

    assertThat(thrown).hasMessage("Found difference in IMS");
    assertThat(Json.toTree(thrown.details()))
        .hasToString(
            "[{\"path\":\"0.vlan\",\"actual\":7,\"expected\":9},{\"path\":\"1\",\"actual\":{\"name\":\"p2\",\"vlan\":8},\"expected\":null}]");
  }
}
