-- Whoever was archived and came to owe since, or to have credit, is back in the lists; accounts_moved does it from now on.
WITH back AS (
  UPDATE books.customers c SET archived_at = NULL, version = version + 1
  WHERE c.archived_at IS NOT NULL AND c.merged_into IS NULL AND EXISTS (
    SELECT FROM books.accounts a WHERE a.org_id = c.org_id AND a.customer_id = c.id
      AND (a.open_items, a.open_credit, a.retained, a.reserved) <> (0, 0, 0, 0))
  RETURNING c.org_id, c.id)
INSERT INTO books.customer_changes (org_id, customer_id, field, before, after, changed_by)
SELECT org_id, id, 'Archived', 'yes', 'no', 'Onaccount' FROM back;
