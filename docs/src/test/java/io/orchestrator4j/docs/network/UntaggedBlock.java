package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;

/** All frames of the port. */
// tag::union
@ProductBlock("UntaggedBlock")
public final class UntaggedBlock extends ProductBlockModel implements Encapsulation {}
// end::union
