package io.orchestrator4j.scanned.plugin;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.scanned.application.Line;

@ProductBlock("Radio")
class RadioBlock extends Line.MediumBlock {}
