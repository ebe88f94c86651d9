package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.StatementTimes;
import io.orchestrator4j.benchmarks.database.StatementTrace;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.sold.Line;
import io.orchestrator4j.benchmarks.sold.LineBlock;
import io.orchestrator4j.benchmarks.sold.ManySubscriptions;
import io.orchestrator4j.benchmarks.sold.Shop;
import io.orchestrator4j.benchmarks.sold.Site;
import io.orchestrator4j.lifecycle.SubscriptionFilters;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.search.SubscriptionSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it costs among a great many subscriptions to find what uses a block, and to list processes by what they work on. */
final class ManySubscriptionsFindings {

  private static final int PAGE = 50;

  private final Shop shop;
  private final ManySubscriptions made;
  private final CallCosts costs;

  ManySubscriptionsFindings(Shop shop, ManySubscriptions made, CallCosts costs) {
    this.shop = shop;
    this.made = made;
    this.costs = costs;
  }

  /** How long it takes to find what uses a block of a site. */
  List<Finding> inUseBy(int users) throws Exception {
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        "blocks that use one",
        costs.of(() -> () -> require(
            users,
            shop.store().relations().usesOf(List.of(made.busyBlock())).get(made.busyBlock()))));
    add(
        findings,
        "subscriptions that use blocks of one",
        costs.of(() -> () -> require(users, shop.store().relations().inUseBy(made.busySite()))));
    add(findings, "models of the blocks that use one", costs.of(() -> {
      Site site = shop.unit().load(Site.class, made.busySite());
      return () -> require(users, site.site.inUseBy(LineBlock.class));
    }));
    return findings;
  }

  /** How long the first search after as many saves takes, which writes their texts, and how long those after it. */
  List<Finding> search(int repeat) {
    SubscriptionSearch search = new SubscriptionSearch(shop.database(), shop.store());
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of("first search after all saves", "ms", List.of(millisOf(search)), ""));
    List<Double> later = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      later.add(millisOf(search));
    }
    findings.add(Finding.of("search for one of them", "ms", later, ""));
    return findings;
  }

  private static double millisOf(SubscriptionSearch search) {
    long begun = System.nanoTime();
    if (search.find("line 7", 0, PAGE).isEmpty()) {
      throw new IllegalStateException("Nothing was found of the line 7");
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void require(int users, @Nullable List<?> found) {
    int count = found == null ? 0 : found.size();
    if (count != users) {
      throw new IllegalStateException(
          "%d users of a block were found; expected %d".formatted(count, users));
    }
  }

  private static void add(List<Finding> findings, String what, CallCosts.Cost cost) {
    findings.add(Finding.of(what + ": p50 in all", "ms", List.of(cost.whole().millis(0.5)), ""));
    CallCosts.InDatabase inDatabase = cost.inDatabase();
    if (inDatabase != null) {
      findings.add(Finding.of(
          what + ": p50 in the database",
          "ms",
          List.of(inDatabase.time().millis(0.5)),
          "at most 5"));
      findings.add(
          Finding.of(what + ": statements", "", List.of((double) inDatabase.statements()), ""));
    }
  }

  /** How long the database takes for pages of the list of processes that are about subscriptions. */
  List<Finding> lists(StatementTrace trace, int repeat) throws Exception {
    List<Finding> findings = new ArrayList<>();
    ProcessLists lists = new ProcessLists(shop.database());
    for (Map.Entry<String, ProcessQuery> each : pages().entrySet()) {
      ProcessQuery query = each.getValue();
      StatementTimes times = trace.times(shop.address(), () -> {
        for (int i = 0; i < repeat; i++) {
          var _ = lists.list(query);
          // as the server does: the total of what is filtered is counted with each page
          var _ = query.linked().isEmpty() ? 0 : lists.count(query);
        }
        return null;
      });
      findings.add(Finding.of(
          each.getKey() + ": rows, p50 in the database",
          "ms",
          List.of(times.rows().millis(0.5)),
          ""));
      if (times.totals().count() > 0) {
        findings.add(Finding.of(
            each.getKey() + ": total, p50 in the database",
            "ms",
            List.of(times.totals().millis(0.5)),
            ""));
      }
    }
    return findings;
  }

  private Map<String, ProcessQuery> pages() {
    Map<String, ProcessQuery> pages = new LinkedHashMap<>();
    pages.put("list", ProcessQuery.all().first(PAGE));
    pages.put("list of a subscription", filtered("subscription_id", made.aLine().toString()));
    pages.put("list of all but one", filtered("subscription_id", "!" + made.aLine()));
    pages.put("list of a customer", filtered("customer", made.aCustomer()));
    pages.put(
        "list of part of a customer", filtered("customer", made.aCustomer().substring(0, 8) + "%"));
    pages.put("list of no customer", filtered("customer", "nobody"));
    pages.put("list of all but a customer", filtered("customer", "!" + made.aCustomer()));
    pages.put("list of the usual product", filtered("product", Line.USUAL));
    pages.put("list of a rare product", filtered("product", Line.RARE));
    pages.put("list of all but the usual product", filtered("product", "!" + Line.USUAL));
    pages.put("list of no product", filtered("product", "nothing"));
    pages.put("list of a rare description", filtered("product_description", "The fastest line"));
    pages.put("list of a rare tag", filtered("tag", "LINE100"));
    for (String field : List.of(
        "product_created_at",
        "product_description",
        "product_end_date",
        "product_id",
        "product_name",
        "product_status",
        "product_tag",
        "product_type",
        "subscriptions")) {
      pages.put("list by " + field, sorted(ProcessQuery.all().first(PAGE), field));
    }
    pages.put(
        "list of a customer by subscriptions",
        sorted(filtered("customer", made.aCustomer()), "subscriptions"));
    return pages;
  }

  private ProcessQuery filtered(String field, String value) {
    return ProcessQuery.all()
        .first(PAGE)
        .where(new SubscriptionFilters(shop.database()).condition(field, value).orElseThrow());
  }

  private ProcessQuery sorted(ProcessQuery query, String field) {
    ProcessQuery.Sort sort = new ProcessQuery.Sort(
        new SubscriptionFilters(shop.database()).order(field).orElseThrow(), true);
    return new ProcessQuery(
        query.filters(), query.linked(), List.of(sort), query.range(), query.after());
  }
}
