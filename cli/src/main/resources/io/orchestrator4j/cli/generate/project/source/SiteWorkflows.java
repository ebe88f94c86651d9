package @package@;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.InLifecycle;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that may happen to a site. A step and what it changes are one commit; a step that failed can be retried. */
@Workflows(Site.class)
record SiteWorkflows(Subscriptions subscriptions) {

  // --- create

  @FormPage
  record SitePage(
      @Customer String customerId,
      @NotBlank String siteName,
      @NotBlank String address,
      @Nullable String contact) {}

  @CreateWorkflow("Create site")
  StepList createSite() {
    return begin(this::askSite)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::initializeSubscription)
        .then(this::provisionSite);
  }

  SitePage askSite(Form form, String productName) {
    return form.ask(SitePage.class, page -> page.title(productName));
  }

  @Step("Create subscription")
  Site createSubscription(UUID product, String customerId) {
    return subscriptions.create(Site.class, product, customerId);
  }

  @Step("Initialize subscription")
  Site initializeSubscription(Site subscription, SitePage page) {
    subscription.site.siteName = page.siteName();
    subscription.site.contact = page.contact();
    subscription.describe();
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  // here other systems are told; the last step sets the status to active, which demands an address
  @Step("Provision site")
  Site provisionSite(@InLifecycle(PROVISIONING) Site subscription, String address) {
    subscription.site.address = address;
    return subscription;
  }

  // --- modify

  @FormPage
  record ChangePage(@NotBlank String siteName, @NotBlank String address, @Nullable String contact) {}

  @ModifyWorkflow("Modify site")
  StepList modifySite() {
    return begin(this::askChanges).then(this::changeSite);
  }

  ChangePage askChanges(Form form, Site subscription) {
    return form.ask(ChangePage.class, page -> page.values(subscription.site));
  }

  @Step("Change site")
  Site changeSite(Site subscription, ChangePage page) {
    subscription.site.siteName = page.siteName();
    subscription.site.address = page.address();
    subscription.site.contact = page.contact();
    subscription.describe();
    return subscription;
  }

  // --- validate

  @ValidateWorkflow("Validate site")
  StepList validateSite() {
    return begin().then(this::compare);
  }

  // here other systems are asked whether they agree
  @Step("Compare with what people read")
  void compare(Site subscription) {
    verify(
        subscription.description().endsWith(subscription.site.siteName),
        "The description '%s' does not name the site '%s'"
            .formatted(subscription.description(), subscription.site.siteName));
  }

  // --- terminate

  @FormPage
  record RemovePage(Label areYouSure) {}

  @TerminateWorkflow("Terminate site")
  StepList terminateSite() {
    return begin(this::confirm).then(this::deprovisionSite);
  }

  RemovePage confirm(Form form, Site subscription) {
    String question = "Are you sure you want to remove %s?".formatted(subscription.description());
    return form.ask(RemovePage.class, page -> page.field(RemovePage::areYouSure).show(question));
  }

  @Step("Deprovision site")
  Site deprovisionSite(Site subscription) {
    subscription.site.contact = null;
    return subscription;
  }
}
