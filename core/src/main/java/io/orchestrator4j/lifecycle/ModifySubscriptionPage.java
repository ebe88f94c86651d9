package io.orchestrator4j.lifecycle;

import io.orchestrator4j.form.FormPage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a workflow on a subscription. Its name is what clients see in errors.
 *
 * @param version as of which the subscription was looked at; null where that does not matter
 */
@FormPage
record ModifySubscriptionPage(UUID subscriptionId, @Nullable Integer version) {}
