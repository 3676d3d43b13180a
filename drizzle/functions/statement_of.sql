-- How a statement of what was signed begins, for a charge of this amount (statementText, domain/receipts/signed-statement.ts).
-- Within a text of it no quote stands without a backslash, so nothing that somebody typed reads like this.
CREATE OR REPLACE FUNCTION books.statement_of(amount bigint, currency text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{"version":2,"amountCents":' || amount || ',"currency":"' || currency || '",';

REVOKE ALL ON FUNCTION books.statement_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.statement_of TO onaccount_app;
