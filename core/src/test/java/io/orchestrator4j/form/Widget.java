package io.orchestrator4j.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One row of the guide's table: a page with one field, its schema, and what it takes and refuses. */
final class Widget {

  private final String name;
  private final Asked page;
  private String key = "value";
  private String schema = "";
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private boolean required;

  /** Asks the page. */
  interface Asked {
    Record with(Form form);
  }

  record Taken(String sent, String stored) {}

  record Refused(String sent, List<Object> path, String type, String message) {}

  private Widget(String name, Asked page) {
    this.name = name;
    this.page = page;
  }

  static <P extends Record> Widget of(String name, Class<P> page) {
    return of(name, page, _ -> {});
  }

  static <P extends Record> Widget of(String name, Class<P> page, Consumer<PageRules<P>> rules) {
    return new Widget(name, form -> form.ask(page, rules));
  }

  Widget at(String other) {
    this.key = other;
    return this;
  }

  Widget required() {
    this.required = true;
    return this;
  }

  Widget shows(String property) {
    this.schema = property;
    return this;
  }

  Widget defines(String definition, String body) {
    definitions.put(definition, body);
    return this;
  }

  Widget takes(String sent, String stored) {
    taken.add(new Taken(sent, stored));
    return this;
  }

  Widget takes(String sent) {
    return takes(sent, sent);
  }

  Widget refuses(String sent, String type, String message, Object... inside) {
    List<Object> path = new ArrayList<>(List.of(key));
    path.addAll(List.of(inside));
    refused.add(new Refused(sent, path, type, message));
    return this;
  }

  String name() {
    return name;
  }

  String key() {
    return key;
  }

  Asked page() {
    return page;
  }

  String schema() {
    return schema;
  }

  Map<String, String> definitions() {
    return definitions;
  }

  List<Taken> taken() {
    return taken;
  }

  List<Refused> refused() {
    return refused;
  }

  boolean isRequired() {
    return required;
  }

  @Override
  public String toString() {
    return name;
  }
}
