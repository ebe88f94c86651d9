package io.orchestrator4j.form;

import jakarta.validation.constraints.Email;

/** Somebody to turn to, as a component's type. */
public record ContactPerson(
    String name, @Email String email, @DefaultValue("") String phone) {}
