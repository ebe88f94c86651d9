package io.orchestrator4j.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose catalogue comes from migrations. */
@SpringBootApplication
public class Shop {}
