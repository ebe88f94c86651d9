package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A great many lines on sites, made by SQL from one of each that was saved as steps save them: every row that a save
 * writes is copied, with other ids, names, customers and times.
 *
 * @param busySite a site that as many lines use as any other
 * @param busyBlock its block
 * @param aLine one of the lines
 * @param aCustomer who has one in a thousand lines
 */
public record ManySubscriptions(UUID busySite, UUID busyBlock, UUID aLine, String aCustomer) {

  // the name of what is copied; where it stands in a document, the number of the copy will
  private static final String NAME = "template";

  private static final String GIVEN = """
      with g (template, name, count, users) as (values (?::uuid, ?::text, ?::int, ?::int))
      """;

  private static final String SUBSCRIPTIONS = """
      insert into orchestrator.subscriptions (subscription_id, product_id, customer_id, description, status, locked_by,
        start_date, end_date, note, version, created_at, history_room)
      select md5(s.subscription_id || '#' || n)::uuid, p.product_id, md5('customer ' || n % 1000)::uuid::text,
        replace(s.description, g.name, n::text), s.status, s.locked_by,
        s.start_date - n * interval '1 minute', s.end_date, s.note, s.version,
        s.created_at - n * interval '1 minute', s.history_room
      from g
      cross join generate_series(1, g.count) as n
      cross join orchestrator.subscriptions s
      join orchestrator.products t on t.product_id = s.product_id
      join orchestrator.products p on p.name = case
        when t.product_type = 'Line' and n % 100 = 0 then 'Line of 100 Gbit/s'
        when t.product_type = 'Line' and n % 10 = 0 then 'Line of 10 Gbit/s'
        else t.name end
      where s.subscription_id = g.template
      """;

  private static final String BLOCKS = """
      insert into orchestrator.subscription_instances (subscription_instance_id, subscription_id, product_block_id,
        parent_id, attribute, position, label, instance_values)
      select md5(i.subscription_instance_id || '#' || n)::uuid, md5(i.subscription_id || '#' || n)::uuid,
        i.product_block_id, md5(i.parent_id || '#' || n)::uuid, i.attribute, i.position, i.label,
        replace(i.instance_values::text, g.name, n::text)::json
      from g
      cross join generate_series(1, g.count) as n
      cross join orchestrator.subscription_instances i
      where i.subscription_id = g.template
      """;

  private static final String RELATIONS = """
      insert into orchestrator.subscription_instance_relations (in_use_by_id, attribute, position, depends_on_id,
        subscription_id)
      select md5(r.in_use_by_id || '#' || n)::uuid, r.attribute, r.position,
        md5(r.depends_on_id || '#' || (n - 1) / g.users + 1)::uuid, md5(r.subscription_id || '#' || n)::uuid
      from g
      cross join generate_series(1, g.count) as n
      cross join orchestrator.subscription_instance_relations r
      where r.subscription_id = g.template
      """;

  private static final String VALUES = """
      insert into orchestrator.searchable_values (subscription_instance_id, product_block_id, field, position, value)
      select md5(v.subscription_instance_id || '#' || n)::uuid, v.product_block_id, v.field, v.position,
        replace(v.value, g.name, n::text)
      from g
      cross join generate_series(1, g.count) as n
      cross join orchestrator.searchable_values v
      join orchestrator.subscription_instances i on i.subscription_instance_id = v.subscription_instance_id
      where i.subscription_id = g.template
      """;

  private static final String VERSIONS = """
      insert into orchestrator.subscription_versions (subscription_id, version, process_id, changed_by, changed_at,
        change, snapshot)
      select md5(v.subscription_id || '#' || n)::uuid, v.version, v.process_id, v.changed_by,
        v.changed_at - n * interval '1 minute', replace(v.change::text, g.name, n::text)::json,
        replace(v.snapshot::text, g.name, n::text)::json
      from g
      cross join generate_series(1, g.count) as n
      cross join orchestrator.subscription_versions v
      where v.subscription_id = g.template
      """;

  // one process for each line, the latest for the latest
  private static final String LINKS = """
      insert into orchestrator.processes_subscriptions (process_id, subscription_id, created_at)
      select p.process_id, s.subscription_id, p.started_at
      from (
        select process_id, started_at, row_number() over (order by started_at desc, process_id) as n
        from orchestrator.processes) as p
      join (
        select l.subscription_id, row_number() over (order by l.created_at desc, l.subscription_id) as n
        from orchestrator.subscriptions l
        join orchestrator.products pr on pr.product_id = l.product_id
        where pr.product_type = 'Line') as s on s.n = p.n
      """;

  /**
   * Makes so many lines, and the sites that they need.
   *
   * @param users how many lines use a site
   */
  public static ManySubscriptions make(Shop shop, int lines, int users) throws SQLException {
    UnitOfWork unit = shop.unit();
    Site site = shop.create(unit, Site.class, Site.PRODUCT);
    site.site.siteName = NAME;
    site.description("Site " + NAME);
    site.transitionTo(SubscriptionLifecycle.ACTIVE);
    shop.save(unit, site);
    unit = shop.unit();
    Line line = shop.create(unit, Line.class, Line.USUAL);
    line.line.lineName = NAME;
    line.line.site = unit.load(Site.class, site.subscriptionId()).site;
    line.description("Line " + NAME);
    line.transitionTo(SubscriptionLifecycle.ACTIVE);
    shop.save(unit, line);
    try (Connection connection = shop.address().connect()) {
      copy(connection, site.subscriptionId(), (lines - 1) / users + 1, users);
      copy(connection, line.subscriptionId(), lines, users);
      shop.analyze();
      return new ManySubscriptions(
          first(connection, site.subscriptionId()),
          first(connection, site.site.subscriptionInstanceId()),
          first(connection, line.subscriptionId()),
          hash(connection, "customer 1"));
    }
  }

  /** Links each process to a line of its own, as far as there are some. */
  public static void link(Shop shop) throws SQLException {
    try (Connection connection = shop.address().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(LINKS);
    }
    shop.analyze();
  }

  private static void copy(Connection connection, UUID template, int count, int users)
      throws SQLException {
    for (String insert : List.of(SUBSCRIPTIONS, BLOCKS, RELATIONS, VALUES, VERSIONS)) {
      try (PreparedStatement statement = connection.prepareStatement(GIVEN + insert)) {
        statement.setObject(1, template);
        statement.setString(2, NAME);
        statement.setInt(3, count);
        statement.setInt(4, users);
        statement.executeUpdate();
      }
    }
  }

  private static UUID first(Connection connection, UUID template) throws SQLException {
    return UUID.fromString(hash(connection, template + "#1"));
  }

  private static String hash(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select md5(?)::uuid::text")) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
