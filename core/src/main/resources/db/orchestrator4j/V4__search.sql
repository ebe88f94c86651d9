-- Subscriptions by what people type. Texts are written by the search itself, before it looks, for what was saved since
-- the last one: a save only says that the text is out of date.

alter table ${schema}.subscriptions add column search_stale boolean not null default true;
create index subscriptions_search_stale on ${schema}.subscriptions (subscription_id) where search_stale;

create table ${schema}.subscription_texts (
  subscription_id uuid primary key references ${schema}.subscriptions on delete cascade,
  words           tsvector not null
);
create index subscription_texts_by_word on ${schema}.subscription_texts using gin (words);

-- What the texts have of a product, as a hash: where it differs, the texts of all its subscriptions are out of date.
create table ${schema}.product_texts (
  product_id uuid primary key references ${schema}.products on delete cascade,
  text_hash  text not null
);
