package io.orchestrator4j.testing.application;

final class OtherFreshStartTest extends OneProcess {}
