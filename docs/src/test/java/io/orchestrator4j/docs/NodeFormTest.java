package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The guide's larger form does what the guide says. */
final class NodeFormTest {

  private static final NodeForm FORM = new NodeForm();
  private static final Forms FORMS =
      new Forms(FormServices.standard().withValueTypes(List.of(FORM.topology())));
  private static final String NODE = """
      {"role_id":"5","node_status":"active","node_name":"core-2","topology":"mesh"}""";
  private static final String PORTS = """
      {"ports":["%s","%s"],"vlan":"20-23","service_ports":[{"number":1,"vlan":""},{"number":"2","vlan":"7"}]}""".formatted(NodeForm.PORT_1, NodeForm.PORT_2);

  @Test
  void asksItsPagesAndSumsThemUp() throws Exception {
    assertThat(asked(NODE, PORTS)).isInstanceOfSatisfying(FormOutcome.NextPage.class, page -> {
      assertThat(page.hasNext()).isFalse();
      assertThat(page.schema().at("/properties/summary/uniforms/data")).isEqualTo(Json.read("""
              {"columns":[["Default::Orchestrator-Core Customer","yes","Edge","active","core-2","","a mesh",
                           "port 1, port 2","20-23","Number: 1, Vlan: ; Number: 2, Vlan: 7"]],
               "labels":["Customer Id","Auto Add Interfaces","Role Id","Node Status","Node name","Node Description",
                         "Topology","Ports","Vlan","Service Ports"]}"""));
    });
  }

  @Test
  void givesTheAnswers() throws Exception {
    assertThat(asked(NODE, PORTS, "{}"))
        .isInstanceOfSatisfying(
            FormOutcome.Complete.class,
            complete -> assertThat(((State) complete.result()).toTree())
                .isEqualTo(Json.read("""
                {"customer_id":"59289a57-70fb-4ff5-9c93-10fe67b12434","auto_add_interfaces":true,"role_id":5,
                 "node_status":"active","node_name":"core-2","node_description":null,"topology":"mesh",
                 "ports":["%s","%s"],"vlan":"20-23",
                 "service_ports":[{"number":1,"vlan":""},{"number":2,"vlan":"7"}]}""".formatted(NodeForm.PORT_1, NodeForm.PORT_2))));
  }

  @Test
  void refusesWhatItsRulesDo() throws Exception {
    String ports = PORTS.replace("\"number\":1", "\"number\":10").replace("20-23", "");

    assertThat(asked(NODE.replace("mesh", "ring"), PORTS))
        .isInstanceOfSatisfying(
            FormOutcome.Invalid.class,
            invalid -> assertThat(invalid.page().detail())
                .contains("topology\n  Topology must be mesh or star"));
    assertThat(asked(NODE, ports))
        .isInstanceOfSatisfying(
            FormOutcome.Invalid.class,
            invalid -> assertThat(invalid.page().detail())
                .contains(
                    "vlan\n  two ports need a VLAN",
                    "service_ports -> 0 -> number\n  is too high"));
  }

  @Test
  void asksForWhatIsOnlyKnownNow() throws Exception {
    assertThat(FORMS.replay(
            form -> FORM.askLimits(form, List.of("gold", "silver")),
            List.of((ObjectNode) Json.read("{\"gold\":\"7\"}"))))
        .isEqualTo(new FormOutcome.Complete<>(Map.of("gold", 7, "silver", 10)));
  }

  private static FormOutcome<State> asked(String... pages) throws Exception {
    return FORMS.replay(
        form -> FORM.askNode(form, "Node"),
        Stream.of(pages).map(page -> (ObjectNode) Json.read(page)).toList());
  }
}
