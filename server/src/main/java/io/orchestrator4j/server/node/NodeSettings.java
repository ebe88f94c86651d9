package io.orchestrator4j.server.node;

import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.node.NodeOptions;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.store.Schema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of a node as the engine wants them. */
final class NodeSettings {

  private static final int LONGEST_LIMIT = 9;

  private NodeSettings() {}

  static EngineOptions options(Settings settings, DatabaseAddress address) {
    return new EngineOptions(
        node(settings, address),
        capacity(settings),
        settings.value(Settings.SHUTDOWN_GRACE),
        settings.value(Settings.LIMITS_STATE).toBytes());
  }

  /** What was set; else nothing is written to a database that others look after. */
  static Registration.Mode catalogueMode(Settings settings, DatabaseAddress address) {
    String mode = settings.value(Settings.CATALOGUE);
    if (mode.isEmpty()) {
      return address.alone() ? Registration.Mode.SYNC : Registration.Mode.VERIFY;
    }
    return Registration.Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  /** What was set; else a database that others look after is not changed by a start. */
  static Schema.Mode schemaMode(Settings settings, DatabaseAddress address) {
    String mode = settings.value(Settings.SCHEMA);
    if (mode.isEmpty()) {
      return address.alone() ? Schema.Mode.MIGRATE : Schema.Mode.VERIFY;
    }
    return Schema.Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  private static NodeOptions node(Settings settings, DatabaseAddress address) {
    return new NodeOptions(
        name(settings),
        NodeRole.parse(settings.value(Settings.NODE_ROLES)),
        settings.value(Settings.NODE_LEASE),
        Path.of(settings.value(Settings.NODE_FOLDER)),
        address.alone());
  }

  private static EngineOptions.Capacity capacity(Settings settings) {
    try {
      return new EngineOptions.Capacity(
          settings.value(Settings.CAPACITY_RUNNING),
          settings.value(Settings.CAPACITY_RESERVED),
          queues(settings.value(Settings.CAPACITY_QUEUES)));
    } catch (IllegalArgumentException e) {
      throw new WrongSettings(List.of("%s and %s: %s"
          .formatted(
              Settings.CAPACITY_RUNNING.name(),
              Settings.CAPACITY_RESERVED.name(),
              e.getMessage())));
    }
  }

  private static Map<String, Integer> queues(List<String> texts) {
    Map<String, Integer> queues = new HashMap<>();
    for (String text : texts) {
      String[] parts = text.split("=", -1);
      if (parts.length != 2 || !isLimit(parts[1].strip())) {
        throw new WrongSettings(
            List.of("%s: found '%s', expected a target and a number, as in validate=20"
                .formatted(Settings.CAPACITY_QUEUES.name(), text)));
      }
      queues.put(parts[0].strip(), Integer.parseInt(parts[1].strip()));
    }
    return queues;
  }

  private static boolean isLimit(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_LIMIT
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static String name(Settings settings) {
    String name = settings.value(Settings.NODE_NAME);
    if (!name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "node";
    }
  }
}
