-- What the tables stand on: who is asking, and ids that sort by time.
-- Run as onaccount_owner, which owns everything below.

CREATE SCHEMA IF NOT EXISTS books;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS directory;
--> statement-breakpoint
-- The tenant of this transaction. Both ways of forgetting it raise: a setting that was never made is unknown,
-- and one left over from an earlier transaction is '', which is no uuid. One SQL expression, so that the
-- planner inlines it and asks once per scan.
CREATE FUNCTION books.current_org_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('onaccount.org_id')::uuid;
--> statement-breakpoint
-- A version 7 uuid (RFC 9562): 48 bits of milliseconds, then random. PostgreSQL 18 has its own; 15 to 17 don't.
CREATE FUNCTION books.new_id() RETURNS uuid
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;
