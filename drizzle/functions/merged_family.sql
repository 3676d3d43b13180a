-- A customer and all that were merged into it, at whatever remove.
CREATE OR REPLACE FUNCTION books.merged_family(customer uuid) RETURNS uuid[] LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE family (id) AS (
      SELECT customer UNION SELECT c.id FROM books.customers c JOIN family f ON c.merged_into = f.id)
    SELECT array_agg(id) FROM family;
  END;

REVOKE ALL ON FUNCTION books.merged_family FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.merged_family TO onaccount_app;
