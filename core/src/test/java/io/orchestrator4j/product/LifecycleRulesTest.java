package io.orchestrator4j.product;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.DISABLED;
import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.MIGRATING;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each status demands, and what new subscriptions have. */
final class LifecycleRulesTest {

  sealed interface End permits PortBlock, GatewayBlock {}

  @ProductBlock("Port")
  static final class PortBlock extends ProductBlockModel implements End {
    @NotBlank(groups = Provisioning.class)
    public String portName;

    @NotNull(groups = Active.class)
    public Integer imsId;

    @Max(4094)
    public @Nullable Integer vlan;

    @NotNull(groups = {Migrating.class, Terminated.class})
    public String note = "there";

    @Computed(from = PROVISIONING)
    public String title() {
      return "Port " + portName.toUpperCase(Locale.ROOT);
    }
  }

  @ProductBlock("Gateway")
  static final class GatewayBlock extends ProductBlockModel implements End {}

  @ProductBlock("Link")
  static class LinkBlock extends ProductBlockModel {
    @Size(min = 2, max = 2)
    public List<PortBlock> ports;

    @Size(min = 1)
    public List<End> ends;

    public @Nullable PortBlock spare;
    public PortBlock main;

    @Shared
    @NotNull(groups = Active.class)
    public PortBlock shared;
  }

  @ProductType("Line")
  static class Line extends SubscriptionModel {
    public LinkBlock link;

    @Override
    protected boolean mayBecome(SubscriptionLifecycle next) {
      return next != MIGRATING;
    }
  }

  private final Line line = line();

  private static Line line() {
    ProductInfo product = new ProductInfo(
        UUID.randomUUID(),
        "Line",
        "A line",
        "Line",
        "L",
        ProductLifecycle.ACTIVE,
        Instant.EPOCH,
        null);
    Line line = (Line) Models.subscription(
        ProductTypeDefinition.of(Line.class),
        SubscriptionHeader.fresh(UUID.randomUUID(), product, "customer", null),
        Map.of());
    Models.fill(line);
    return line;
  }

  private List<String> violations(SubscriptionLifecycle status) {
    return LifecycleRules.violations(line, status).stream()
        .map(violation -> violation.path() + " " + violation.message())
        .toList();
  }

  @Test
  void newSubscriptionsHaveTheBlocksThatTheyMustHave() {
    assertThat(line.link.ports).hasSize(2).doesNotContainNull();
    assertThat(line.link.ends).as("nothing is made for a union").isEmpty();
    assertThat(line.link.spare).isNull();
    assertThat(line.link.main).isNotNull();
    assertThat(line.link.shared).as("nor for a block of others").isNull();
    assertThat(line.blocks()).hasSize(4);
    assertThat(new LinkBlock().ports).hasSize(2);
    assertThat(line.description()).isEqualTo("Initial subscription of A line");
    assertThat(line.insync()).isTrue();
  }

  @Test
  void eachStatusDemandsItsGroup() {
    assertThat(violations(INITIAL)).isEmpty();
    assertThat(violations(PROVISIONING))
        .containsExactly(
            "link.ends size must be between 1 and 2147483647",
            "link.ports.0.port_name must not be blank",
            "link.ports.1.port_name must not be blank",
            "link.main.port_name must not be blank");
    assertThat(violations(ACTIVE))
        .contains(
            "link.shared must not be null",
            "link.ports.0.ims_id must not be null",
            "link.ports.0.port_name must not be blank");
    assertThat(violations(DISABLED)).as("only what always holds").isEmpty();
    line.link.main.note = null;
    assertThat(violations(TERMINATED)).containsExactly("link.main.note must not be null");
    assertThat(violations(MIGRATING)).containsExactly("link.main.note must not be null");
  }

  @Test
  void whatAlwaysHoldsHoldsAtOnce() {
    line.link.main.vlan = 5000;
    line.link.ports.removeFirst();

    assertThat(violations(INITIAL))
        .containsExactly(
            "link.ports size must be between 2 and 2",
            "link.main.vlan must be less than or equal to 4094");
  }

  @Test
  void aBlockThatMustBeThereCannotBeTakenAway() {
    line.link.main = null;

    assertThat(violations(INITIAL)).containsExactly("link.main must not be null");
  }

  @Test
  void sharedBlocksMustSatisfyTheStatusToo() {
    line.link.shared = new PortBlock();
    line.link.ends.add(line.link.shared);

    assertThat(violations(PROVISIONING)).contains("link.ends.0.port_name must not be blank");
    assertThat(violations(ACTIVE)).doesNotContain("link.shared must not be null");
  }

  @Test
  void aTransitionChecksFirst() {
    assertThatThrownBy(() -> line.transitionTo(ACTIVE))
        .isInstanceOf(InvalidSubscription.class)
        .hasMessageContaining("does not satisfy what the status active demands")
        .hasMessageContaining("\n  - link.shared must not be null");
    assertThat(line.status()).isEqualTo(INITIAL);
    assertThatThrownBy(() -> line.transitionTo(DISABLED))
        .isInstanceOfSatisfying(StatusNotAllowed.class, refused -> {
          assertThat(refused.from()).isEqualTo(INITIAL);
          assertThat(refused.to()).isEqualTo(DISABLED);
        })
        .hasMessageContaining("it can become");

    line.transitionTo(TERMINATED);

    assertThat(line.status()).isEqualTo(TERMINATED);
  }

  @Test
  void anAuthorNarrowsWhatMayFollow() {
    line.link.ends.add(new GatewayBlock());
    line.link.shared = new PortBlock();
    List.of(line.link.ports.get(0), line.link.ports.get(1), line.link.main, line.link.shared)
        .forEach(port -> {
          port.portName = "p";
          port.imsId = 1;
        });
    line.transitionTo(ACTIVE);

    assertThatThrownBy(() -> line.transitionTo(MIGRATING))
        .isInstanceOf(StatusNotAllowed.class)
        .hasMessageEndingWith("it can become disabled, terminated, provisioning");
  }

  @Test
  void whatIsComputedIsShownFromItsStatusOnAndNullWhereItThrows() {
    assertThat(shown("title")).as("too early").isNull();
    line.link.main.portName = "eth0";
    line.link.ports.forEach(port -> port.portName = "eth1");
    line.link.ends.add(new GatewayBlock());
    line.transitionTo(PROVISIONING);
    assertThat(shown("title")).isEqualTo("Port ETH0");
    line.link.main.portName = null;
    assertThat(shown("title")).as("it throws").isNull();
  }

  @SuppressWarnings("unchecked")
  private Object shown(String key) {
    Map<String, Object> link = (Map<String, Object>) line.toMap().get("link");
    return ((Map<String, Object>) link.get("main")).get(key);
  }

  @Test
  void textsHaveALength() {
    line.note("  ");
    assertThat(line.note()).isNull();
    line.note("a note");
    assertThat(line.note()).isEqualTo("a note");
    assertThatThrownBy(() -> line.note("n".repeat(5_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 5000");
    assertThatThrownBy(() -> line.description("d".repeat(2_001)))
        .hasMessageContaining("at most 2000");
  }

  @Test
  void aSubscriptionThatWasMadeWithNewSaysHowToMakeOne() {
    assertThatThrownBy(() -> new Line().status())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("subscriptions.create(Line.class, product, customerId)");
  }
}
