-- A version 7 uuid (RFC 9562): 48 bits of milliseconds, 12 of how much of the next one is over (method 3), then random. So ids
-- are in the order in which they were made, down to the microsecond, and lists may be sorted by them. The clock is asked once.
CREATE OR REPLACE FUNCTION books.new_id() RETURNS uuid
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN (
    overlay(
      lpad(to_hex((extract(epoch FROM clock_timestamp()) * 4096000)::bigint), 15, '0') placing '7' FROM 13 FOR 0)
    || substring(gen_random_uuid()::text FROM 20))::uuid;

REVOKE ALL ON FUNCTION books.new_id FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.new_id TO onaccount_app;
