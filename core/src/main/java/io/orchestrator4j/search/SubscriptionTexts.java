package io.orchestrator4j.search;

import io.orchestrator4j.store.Database;
import java.util.Collections;
import org.jdbi.v3.core.Handle;

/**
 * The texts by which subscriptions are found. They are brought up to date by whoever searches, before looking, so a save
 * pays for none, and many saves of a subscription for one.
 */
final class SubscriptionTexts {

  private static final int BATCH = 500;

  /** How much of a text is searched: PostgreSQL takes a megabyte of words. */
  private static final int LONGEST = 200_000;

  private static final String PRODUCT_TEXT = """
      concat_ws(' ', 'product_id:' || p.product_id, 'product_name:' || p.name,
                'product_description:' || p.description, 'tag:' || p.tag, 'product_type:' || p.product_type, (
        select string_agg(f.name || ':' || f.value, ' ' order by f.name)
        from ${schema}.fixed_inputs f
        where f.product_id = p.product_id))""";

  private static final String CHANGED_PRODUCTS = """
      with now as materialized (
        select p.product_id, md5({product_text}) as text_hash
        from ${schema}.products p),
      changed as (
        select n.*
        from now n
        left join ${schema}.product_texts t on t.product_id = n.product_id
        where t.text_hash is distinct from n.text_hash),
      remembered as (
        insert into ${schema}.product_texts (product_id, text_hash)
        select product_id, text_hash
        from changed
        on conflict (product_id) do update set text_hash = excluded.text_hash)
      update ${schema}.subscriptions s
      set search_stale = true
      from changed c
      where s.product_id = c.product_id
      """.replace("{product_text}", PRODUCT_TEXT);

  private static final String ANY_STALE = """
      select exists (select from ${schema}.subscriptions where search_stale)
      """;

  // a subscription that is saved meanwhile has another xmin then, and stays out of date
  private static final String WRITE = """
      with stale as materialized (
        select s.*, s.xmin as seen
        from ${schema}.subscriptions s
        where s.search_stale
        order by s.subscription_id
        limit {batch}),
      written as (
        insert into ${schema}.subscription_texts (subscription_id, words)
        select s.subscription_id, to_tsvector('simple', translate(left(concat_ws(' ',
                 'subscription_id:' || s.subscription_id, 'status:' || s.status,
                 'insync:' || case when s.locked_by is null then 'true' else 'false' end,
                 'subscription_description:' || s.description, 'note:' || s.note,
                 'customer_id:' || s.customer_id, {product_text}, i.content, m.metadata), {longest}),
               :separators, :blanks))
        from stale s
        join ${schema}.products p on p.product_id = s.product_id
        left join lateral (
          select string_agg(concat_ws(' ', 'subscription_instance_id:' || b.subscription_instance_id,
                   'label:' || b.label, (
                     select string_agg(v.key || ':' || v.value, ' ')
                     from json_each_text(b.instance_values) v)), ' ' order by b.subscription_instance_id) as content
          from ${schema}.subscription_instances b
          where b.subscription_id = s.subscription_id) i on true
        left join ${schema}.subscription_metadata m on m.subscription_id = s.subscription_id
        on conflict (subscription_id) do update set words = excluded.words)
      update ${schema}.subscriptions s
      set search_stale = false
      from stale
      where s.subscription_id = stale.subscription_id
      and s.xmin = stale.seen
      """.replace("{product_text}", PRODUCT_TEXT)
      .replace("{batch}", Integer.toString(BATCH))
      .replace("{longest}", Integer.toString(LONGEST));

  private final Database database;

  SubscriptionTexts(Database database) {
    this.database = database;
  }

  /** Writes the texts of all that was saved since they were written, in batches of a transaction each. */
  void bringUpToDate() {
    database.inTransaction(handle -> {
      lock(handle);
      return handle.createUpdate(CHANGED_PRODUCTS).execute();
    });
    while (database.with(SubscriptionTexts::anyStale)) {
      database.inTransaction(handle -> {
        lock(handle);
        return handle
            .createUpdate(WRITE)
            .bind("separators", SearchWords.SEPARATORS)
            .bind(
                "blanks",
                String.join("", Collections.nCopies(SearchWords.SEPARATORS.length(), " ")))
            .execute();
      });
    }
  }

  private static boolean anyStale(Handle handle) {
    return handle.createQuery(ANY_STALE).mapTo(Boolean.class).one();
  }

  // of two who write the same text, the one with the older view could come last
  private void lock(Handle handle) {
    handle
        .createQuery("select pg_advisory_xact_lock(:key)::text")
        .bind("key", database.lockKey("search"))
        .mapTo(String.class)
        .one();
  }
}
