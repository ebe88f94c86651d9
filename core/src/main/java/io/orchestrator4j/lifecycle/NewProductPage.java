package io.orchestrator4j.lifecycle;

import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.ProductChoice;
import java.util.UUID;

/** The first page of a create workflow. Its name is what clients see in errors. */
@FormPage
record NewProductPage(@ProductChoice UUID product) {}
