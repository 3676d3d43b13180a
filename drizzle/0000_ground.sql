-- What the tables stand on. Everything in these files belongs to onaccount_owner, who can't sign in (src/db/roles.ts).
-- The functions here are those that tables are made of: a default, a generated column, an index or a policy calls them, so
-- that a change of one has to rewrite what was stored by it, and is a migration. All others stand in functions/.

CREATE SCHEMA IF NOT EXISTS books;
CREATE SCHEMA IF NOT EXISTS directory;
GRANT USAGE ON SCHEMA books, directory TO onaccount_app, onaccount_backup;
GRANT USAGE ON SCHEMA directory TO onaccount_link;

-- Typo-tolerant search: trigrams, in an index that begins with the tenant.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The tenant of this transaction. Both ways of forgetting it raise: a setting that was never made is unknown,
-- and one left over from an earlier transaction is '', which is no uuid. One SQL expression, so that the
-- planner inlines it and asks once per scan.
CREATE FUNCTION books.current_org_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('onaccount.org_id')::uuid;

-- A version 7 uuid (RFC 9562): 48 bits of milliseconds, then random. PostgreSQL 18 has its own; 15 to 17 don't.
CREATE FUNCTION books.new_id() RETURNS uuid
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;

-- As people type it: small letters, no accents, single spaces. Immutable, so that a column can be made of it.
CREATE FUNCTION books.search_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    regexp_replace(normalize(translate(lower(said), 'łøđħıœæßðþ', 'lodhioasdt'), NFKD), '[\u0300-\u036f]', '', 'g'),
    '\s+', ' ', 'g'));

-- A phone number as it is written, and its digits alone.
CREATE FUNCTION books.digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(phone || ' ' || regexp_replace(phone, '\D', '', 'g'), '');

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA books FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.current_org_id, books.new_id, books.search_text, books.digits TO onaccount_app;
GRANT EXECUTE ON FUNCTION books.search_text, books.digits TO onaccount_backup;
