package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.sold.Rack;
import io.orchestrator4j.benchmarks.sold.Shop;
import io.orchestrator4j.subscription.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What it costs to load and to save a subscription of many blocks, in units of work as steps have them. */
final class TreeFindings {

  // the number of blocks for which an absolute time is wanted
  private static final int HELD = 500;
  private static final String LOAD = "load";
  private static final String FIRST_SAVE = "first save";
  private static final String UNCHANGED = "save of nothing changed";
  private static final String CHANGED = "save of one changed value";

  private final Shop shop;
  private final CallCosts costs;

  TreeFindings(Shop shop, CallCosts costs) {
    this.shop = shop;
    this.costs = costs;
  }

  /** What each of these sizes costs, and how the last one compares with the first. */
  List<Finding> of(List<Integer> sizes) throws Exception {
    List<Finding> findings = new ArrayList<>();
    List<Map<String, CallCosts.Cost>> all = new ArrayList<>();
    for (int blocks : sizes) {
      Map<String, CallCosts.Cost> found = costs(blocks);
      found.forEach((what, cost) -> findings.addAll(findings(blocks, what, cost)));
      all.add(found);
    }
    if (sizes.size() > 1) {
      for (String what : List.of(LOAD, FIRST_SAVE, CHANGED)) {
        findings.addAll(growth(
            what,
            sizes.getFirst(),
            sizes.getLast(),
            Objects.requireNonNull(all.getFirst().get(what)),
            Objects.requireNonNull(all.getLast().get(what))));
      }
    }
    return findings;
  }

  private Map<String, CallCosts.Cost> costs(int blocks) throws Exception {
    UUID stored = stored(blocks);
    shop.analyze();
    Map<String, CallCosts.Cost> found = new LinkedHashMap<>();
    found.put(LOAD, costs.of(() -> {
      UnitOfWork unit = shop.unit();
      return () -> loaded(unit, stored, blocks);
    }));
    found.put(FIRST_SAVE, costs.of(() -> {
      UnitOfWork unit = shop.unit();
      Rack fresh = fresh(unit, blocks);
      return () -> shop.save(unit, fresh);
    }));
    found.put(UNCHANGED, costs.of(() -> {
      UnitOfWork unit = shop.unit();
      Rack same = loaded(unit, stored, blocks);
      return () -> shop.save(unit, same);
    }));
    found.put(CHANGED, costs.of(() -> {
      UnitOfWork unit = shop.unit();
      Rack changed = loaded(unit, stored(blocks), blocks);
      changed.switches.getLast().ports.getLast().remark = "changed";
      return () -> shop.save(unit, changed);
    }));
    return found;
  }

  private UUID stored(int blocks) {
    UnitOfWork unit = shop.unit();
    Rack rack = fresh(unit, blocks);
    shop.save(unit, rack);
    return rack.subscriptionId();
  }

  private Rack fresh(UnitOfWork unit, int blocks) {
    Rack rack = shop.create(unit, Rack.class, Rack.PRODUCT);
    rack.fill(blocks);
    return rack;
  }

  // what was loaded is counted: a load that finds half of it would be a fast one
  private static Rack loaded(UnitOfWork unit, UUID id, int blocks) {
    Rack rack = unit.load(Rack.class, id);
    if (rack.blocks().size() != blocks) {
      throw new IllegalStateException(
          "%d blocks of a rack were loaded; expected %d".formatted(rack.blocks().size(), blocks));
    }
    return rack;
  }

  private static List<Finding> findings(int blocks, String what, CallCosts.Cost cost) {
    String name = "%,d blocks, %s: ".formatted(blocks, what);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of(name + "p50 in all", "ms", List.of(cost.whole().millis(0.5)), ""));
    CallCosts.InDatabase inDatabase = cost.inDatabase();
    if (inDatabase != null) {
      findings.add(Finding.of(
          name + "p50 in the database",
          "ms",
          List.of(inDatabase.time().millis(0.5)),
          what.equals(LOAD) && blocks == HELD ? "at most 5" : ""));
      findings.add(Finding.of(
          name + "statements", "", List.of((double) inDatabase.statements()), statements(what)));
    }
    return findings;
  }

  private static String statements(String what) {
    return switch (what) {
      case LOAD, CHANGED -> "at most 3";
      case FIRST_SAVE -> "at most 10";
      default -> "none";
    };
  }

  private static List<Finding> growth(
      String what, int few, int many, CallCosts.Cost least, CallCosts.Cost most) {
    String name = "%s, %,d over %,d blocks: ".formatted(what, many, few);
    String wanted = "at most %d".formatted(many / few);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of(
        name + "p50 in all",
        "x",
        List.of(most.whole().millis(0.5) / least.whole().millis(0.5)),
        wanted));
    if (most.inDatabase() != null && least.inDatabase() != null) {
      findings.add(Finding.of(
          name + "p50 in the database",
          "x",
          List.of(
              most.inDatabase().time().millis(0.5) / least.inDatabase().time().millis(0.5)),
          wanted));
    }
    return findings;
  }
}
