package io.orchestrator4j.docs;

import io.orchestrator4j.form.Choice;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.State;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Set;

/** The form of the guide. */
final class OrderForm {

  private final Map<Integer, String> sites = Map.of(1, "Amsterdam", 2, "Utrecht");
  private final Set<String> taken = Set.of("core-1");

  // tag::form
  @FormPage
  record NodePage(
      @Field(title = "Node name", help = "Unique in the inventory") @NotBlank
      String nodeName,

      @Choice int siteId,
      @Min(1) @Max(8) @DefaultValue("2") int ports) {}

  @FormPage
  record ConfirmPage(@DefaultValue("false") boolean confirm) {}

  State askNode(Form form, String productName) {
    NodePage node = form.ask(NodePage.class, page -> {
      page.title("New " + productName);
      page.field(NodePage::siteId).choices(sites);
      page.field(NodePage::nodeName).check((name, _) -> !taken.contains(name), "is in use");
    });
    form.ask(ConfirmPage.class, page -> {
      page.title("Order %s with %d ports?".formatted(node.nodeName(), node.ports()));
      page.field(ConfirmPage::confirm).check((confirm, _) -> confirm, "Please confirm");
      page.last();
    });
    return State.of(node);
  }
  // end::form
}
