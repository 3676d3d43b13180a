-- The customer that a merged one leads to, itself where it wasn't merged.
CREATE OR REPLACE FUNCTION books.survivor(customer uuid) RETURNS uuid LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE chain (id, merged_into) AS (
      SELECT c.id, c.merged_into FROM books.customers c WHERE c.id = customer
      UNION SELECT c.id, c.merged_into FROM books.customers c JOIN chain f ON c.id = f.merged_into)
    SELECT id FROM chain WHERE merged_into IS NULL;
  END;

REVOKE ALL ON FUNCTION books.survivor FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.survivor TO onaccount_app;
