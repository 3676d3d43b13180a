-- A stretch of an account's chain of hashes in one go (I21).
CREATE OR REPLACE AGGREGATE books.chain(head bytea, canonical text) (sfunc = books.chain_step, stype = bytea);

REVOKE ALL ON FUNCTION books.chain FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.chain TO onaccount_app;
