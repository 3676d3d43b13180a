-- One step of an account's chain of hashes (I21). Changed, it fits no chain that is there.
CREATE OR REPLACE FUNCTION books.chain_step(state bytea, head bytea, canonical text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(coalesce(state, head, ''::bytea) || convert_to(canonical, 'UTF8'));

REVOKE ALL ON FUNCTION books.chain_step FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.chain_step TO onaccount_app;
