package io.orchestrator4j.subscription;

import io.orchestrator4j.value.Json;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Changes values of all blocks of a kind at once, whatever class they have: for migrations. Each subscription that is
 * changed gets one version, in a constant number of statements. By what blocks are found
 * and held unique has to be written anew afterwards ({@link IndexRefill}).
 */
public final class StoredValues {

  // what touched has: subscription_instance_id, subscription_id, changed (the new document), change
  // (what the history has)
  private static final String CHANGE = """
      with touched as materialized ({touched}),
      written as (
        update ${schema}.subscription_instances i
        set instance_values = t.changed
        from touched t
        where i.subscription_instance_id = t.subscription_instance_id),
      bumped as (
        update ${schema}.subscriptions s
        set version = s.version + 1, search_stale = true
        from (select distinct subscription_id from touched) t
        where s.subscription_id = t.subscription_id
        returning s.subscription_id, s.version)
      insert into ${schema}.subscription_versions (
        subscription_id, version, process_id, changed_by, changed_at, change)
      select b.subscription_id, b.version, null, :by, :at, (
        select json_build_object('blocks', json_object_agg(t.subscription_instance_id, t.change))
        from touched t
        where t.subscription_id = b.subscription_id)
      from bumped b
      """;

  private static final String OF_BLOCK = """
      from ${schema}.subscription_instances i
      join ${schema}.product_blocks b on b.product_block_id = i.product_block_id
      where b.name = :block
      """;

  // documents keep the order of their keys
  private static final String SET = """
      select i.subscription_instance_id, i.subscription_id,
             (select json_object_agg(k.key, case when k.key = :field then cast(:value as json) else k.value end order by k.n)
              from (
                select key, value, n
                from json_each(i.instance_values) with ordinality as e (key, value, n)
                union all
                select :field, null, 1000000
                where i.instance_values -> :field is null) as k) as changed,
             json_build_object('values', json_build_object(:field, cast(:value as json))) as change
      """ + OF_BLOCK + """
      and coalesce((i.instance_values -> :field)::text, '') <> cast(:value as text)
      and (not :missing_only or coalesce((i.instance_values -> :field)::text, 'null') = 'null')
      """;

  private static final String RENAME = """
      select i.subscription_instance_id, i.subscription_id,
             (select json_object_agg(case when k.key = :field then :new_field else k.key end, k.value order by k.n)
              from json_each(i.instance_values) with ordinality as k (key, value, n)
              where k.key <> :new_field) as changed,
             json_build_object('values', json_build_object(
               :field, null, :new_field, i.instance_values -> :field)) as change
      """ + OF_BLOCK + """
      and i.instance_values -> :field is not null
      """;

  private static final String REMOVE = """
      select i.subscription_instance_id, i.subscription_id,
             coalesce((
               select json_object_agg(k.key, k.value order by k.n)
               from json_each(i.instance_values) with ordinality as k (key, value, n)
               where k.key <> :field), '{}') as changed,
             json_build_object('values', json_build_object(:field, null)) as change
      """ + OF_BLOCK + """
      and i.instance_values -> :field is not null
      """;

  private static final String RENAME_BLOCK = """
      select i.subscription_instance_id, i.subscription_id, i.instance_values as changed,
             json_build_object('name', :block) as change
      """ + OF_BLOCK;

  private final Handle handle;
  private final Instant now;
  private final String by;

  /**
   * Values in the transaction of a handle.
   *
   * @param by what the history names as the one who changed them
   */
  public StoredValues(Handle handle, Instant now, String by) {
    this.handle = handle;
    this.now = now;
    this.by = by;
  }

  /**
   * Sets a value.
   *
   * @param missingOnly whether only blocks get it that have none, or null
   * @return how many subscriptions were changed
   */
  public int set(String block, String field, JsonNode value, boolean missingOnly) {
    return handle
        .createUpdate(CHANGE.replace("{touched}", SET))
        .bind("block", block)
        .bind("field", field)
        .bind("value", Json.write(value))
        .bind("missing_only", missingOnly)
        .bind("by", by)
        .bind("at", now)
        .execute();
  }

  /**
   * Renames a field; what it is searched by goes with it.
   *
   * @return how many subscriptions were changed
   */
  public int rename(String block, String field, String newField) {
    for (String table : new String[] {"searchable_values", "unique_values"}) {
      handle
          .createUpdate("""
              update ${schema}.%s v
              set field = :new_field
              from ${schema}.product_blocks b
              where b.name = :block
              and v.product_block_id = b.product_block_id
              and v.field = :field
              """.formatted(table))
          .bind("block", block)
          .bind("field", field)
          .bind("new_field", newField)
          .execute();
    }
    return handle
        .createUpdate(CHANGE.replace("{touched}", RENAME))
        .bind("block", block)
        .bind("field", field)
        .bind("new_field", newField)
        .bind("by", by)
        .bind("at", now)
        .execute();
  }

  /**
   * Removes a field's values; the history keeps them.
   *
   * @return how many subscriptions were changed
   */
  public int remove(String block, String field) {
    for (String table : new String[] {"searchable_values", "unique_values"}) {
      handle
          .createUpdate("""
              delete from ${schema}.%s v
              using ${schema}.product_blocks b
              where b.name = :block
              and v.product_block_id = b.product_block_id
              and v.field = :field
              """.formatted(table))
          .bind("block", block)
          .bind("field", field)
          .execute();
    }
    return handle
        .createUpdate(CHANGE.replace("{touched}", REMOVE))
        .bind("block", block)
        .bind("field", field)
        .bind("by", by)
        .bind("at", now)
        .execute();
  }

  /**
   * Lets the history know that a kind of block has another name now.
   *
   * @return how many subscriptions were changed
   */
  public int renameBlock(String newName) {
    return handle
        .createUpdate(CHANGE.replace("{touched}", RENAME_BLOCK))
        .bind("block", newName)
        .bind("by", by)
        .bind("at", now)
        .execute();
  }
}
