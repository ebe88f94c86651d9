package io.orchestrator4j.docs;

import io.orchestrator4j.form.Callout;
import io.orchestrator4j.form.Choice;
import io.orchestrator4j.form.ChoiceSource;
import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.form.LongText;
import io.orchestrator4j.form.Option;
import io.orchestrator4j.form.Page;
import io.orchestrator4j.form.Summary;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.value.VlanRanges;
import io.orchestrator4j.workflow.State;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The larger form of the guide. */
final class NodeForm {

  static final UUID PORT_1 = UUID.fromString("11111111-1111-4111-8111-111111111111");
  static final UUID PORT_2 = UUID.fromString("22222222-2222-4222-8222-222222222222");

  record Role(int id, String name) {}

  enum NodeStatus {
    PLANNED,
    ACTIVE
  }

  private final List<Role> roles = List.of(new Role(7, "Core"), new Role(5, "Edge"));
  private final ChoiceSource freePorts =
      () -> List.of(new Option<>(PORT_1, "port 1"), new Option<>(PORT_2, "port 2"));

  private static @Nullable String complaint(VlanRanges vlan, @Nullable List<UUID> ports) {
    return vlan.isEmpty() && ports != null && ports.size() > 1 ? "two ports need a VLAN" : null;
  }

  // tag::form
  @FormPage
  record CreateNodePage(
      @Customer String customerId,
      @DefaultValue("true") boolean autoAddInterfaces,
      @Field(title = "Node settings") @Nullable Label settings,
      @Choice int roleId,
      NodeStatus nodeStatus,

      @Field(title = "Node name", help = "Unique in the inventory") @NotBlank
      String nodeName,

      @LongText @Nullable String nodeDescription,
      Topology topology) {}

  record ServicePort(int number, VlanRanges vlan) {}

  @FormPage
  record PortsPage(
      @Nullable Callout note, List<UUID> ports, VlanRanges vlan, List<ServicePort> servicePorts) {}

  State askNode(Form form, String productName) {
    CreateNodePage node = form.ask(CreateNodePage.class, page -> {
      page.title(productName);
      page.field(CreateNodePage::roleId).choices(roles, Role::id, Role::name);
      page.field(CreateNodePage::nodeName)
          .check((name, answers) -> !name.equals("core-1"), "is in use");
    });
    PortsPage ports = form.ask(PortsPage.class, page -> {
      page.field(PortsPage::note).show(Callout.primary("Note", "Ports come in pairs"));
      page.field(PortsPage::ports).choices(freePorts).items(2, 8).unique();
      page.field(PortsPage::vlan)
          .value(VlanRanges.none())
          .refuse((vlan, answers) -> complaint(vlan, answers.get(PortsPage::ports)));
      page.field(PortsPage::servicePorts)
          .items(2, 2)
          .each(port ->
              port.field(ServicePort::number).check((number, _) -> number < 10, "is too high"));
      page.check(p -> p.ports().size() % 2 == 0, "ports come in pairs");
    });
    form.ask(Summary.of(node, ports).last());
    return State.of(node, ports);
  }
  // end::form

  // tag::page
  Map<String, @Nullable Object> askLimits(Form form, List<String> classes) {
    Page page = Page.titled("Limits");
    for (String each : classes) {
      page.field(each, Integer.class, limit -> limit.title("Limit of " + each).value(10));
    }
    return form.ask(page.last());
  }
  // end::page

  // tag::values
  record Topology(String value) {
    Topology {
      if (!value.matches("mesh|star")) {
        throw new IllegalArgumentException("Topology must be mesh or star");
      }
    }
  }

  // a bean of the application
  ValueType<Topology> topology() {
    return ValueType.of(Topology.class).withPattern("^[a-z]+$").shownAs(t -> "a " + t.value());
  }
  // end::values
}
