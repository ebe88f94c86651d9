package @package@;

import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The workflows of sites, on a database of their own. */
@OrchestratorTest
final class SiteWorkflowsTest {

  private final WorkflowRunner workflows;
  private final Fixtures fixtures;

  SiteWorkflowsTest(WorkflowRunner workflows, Fixtures fixtures) {
    this.workflows = workflows;
    this.fixtures = fixtures;
  }

  @Test
  void aNewSiteBecomesActive() {
    ProcessResult result = workflows.run(
        "create_site",
        product("Managed site"),
        Map.of("site_name", "ams-1", "address", "Science Park 1"));

    assertThat(result).isCompleted();
    Site site = result.subscription(Site.class);
    assertThat(site.status()).isEqualTo(SubscriptionLifecycle.ACTIVE);
    assertThat(site.description()).isEqualTo("Managed site ams-1");
  }

  @Test
  void aSiteNeedsAName() {
    assertThat(workflows.runForm(
            "create_site", product("Site"), Map.of("site_name", " ", "address", "Dam 1")))
        .refuses("site_name", "must not be blank");
  }

  @Test
  void aSiteMoves() {
    ProcessResult result = workflows.run(
        "modify_site",
        subscription(site("ams-2")),
        Map.of("site_name", "ams-2", "address", "Science Park 2"));

    assertThat(result).isCompleted();
    assertThat(result.subscription(Site.class).site.address).isEqualTo("Science Park 2");
  }

  @Test
  void aSiteThatIsAsItShouldBeIsFoundToBeSo() {
    assertThat(workflows.run("validate_site", subscription(site("ams-3")))).isCompleted();
  }

  @Test
  void aSiteEnds() {
    ProcessResult result = workflows.run("terminate_site", subscription(site("ams-4")), Map.of());

    assertThat(result).isCompleted();
    assertThat(result.subscription(Site.class).status())
        .isEqualTo(SubscriptionLifecycle.TERMINATED);
  }

  private Site site(String name) {
    return fixtures
        .subscription(Site.class)
        .of("Site")
        .with(it -> it.site.siteName = name)
        .with(it -> it.site.address = "Science Park 1")
        .with(Site::describe)
        .store();
  }
}
