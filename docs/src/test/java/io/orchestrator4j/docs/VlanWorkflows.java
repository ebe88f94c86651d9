package io.orchestrator4j.docs;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.noUncompletedInstance;

import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/** The steps of the guide that talk to other systems. */
@Workflows
record VlanWorkflows(VlanWorkflows.Netbox netbox) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  record Vlan(int id, String name) {}

  /** The author's own client of another system. */
  interface Netbox {
    Vlan createVlan(String name, UUID idempotencyKey) throws IOException;

    List<Integer> allocatePorts(int count);

    void sendMail(String text);

    void configure(int port);
  }

  // tag::chain
  @Task("Create a VLAN")
  StepList createVlan() {
    return begin()
        .runOnlyIf(noUncompletedInstance())
        .runOnlyIf(_ -> LocalTime.now(AMSTERDAM).getHour() >= 6
            ? Optional.empty()
            : Optional.of("The network is under maintenance until 6:00"))
        .then(this::reserve)
        .then(this::order)
        .then(this::configurePorts)
        .then(this::writeDown);
  }
  // end::chain

  // tag::once
  @Step(value = "Reserve a VLAN and ports", system = "netbox")
  State reserve(StepContext context) throws IOException {
    Vlan vlan =
        context.once("vlan", () -> netbox.createVlan("customer-7", context.idempotencyKey()));
    List<Integer> ports =
        context.once("ports", new TypeReference<List<Integer>>() {}, () -> netbox.allocatePorts(2));
    context.once("mail", () -> netbox.sendMail("VLAN " + vlan.id() + " is reserved"));
    return State.of("vlan", vlan, "ports", ports);
  }
  // end::once

  // tag::traits
  @Step(value = "Order", repeatable = false, timeout = "30s", system = "supplier")
  void order(Vlan vlan) {
    netbox.sendMail("Please connect " + vlan.name());
  }
  // end::traits

  // tag::progress
  @Step(value = "Configure the ports", timeout = "2h")
  void configurePorts(List<Integer> ports, StepContext context) {
    for (int i = 0; i < ports.size(); i++) {
      context.throwIfCancelled();
      context.progress(100 * i / ports.size(), "port " + ports.get(i));
      netbox.configure(ports.get(i));
    }
  }
  // end::progress

  // tag::commit
  @Step("Write it down")
  State writeDown(Vlan vlan, StepContext context) {
    context.inCommit(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement("insert into billing.vlans (id, name) values (?, ?)")) {
        insert.setInt(1, vlan.id());
        insert.setString(2, vlan.name());
        insert.executeUpdate();
      }
    });
    return State.of("billed", true);
  }
  // end::commit
}
