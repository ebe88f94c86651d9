package io.orchestrator4j.testing.application;

final class FreshStartTest extends OneProcess {}
