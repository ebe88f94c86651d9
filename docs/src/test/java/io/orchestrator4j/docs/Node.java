package io.orchestrator4j.docs;

import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** The product type of the guide's workflows on subscriptions. */
@ProductType("Guide Node")
class Node extends SubscriptionModel {}
