-- What is charged on a blanket purchase order is in use of it. The update waits for whoever else draws on the same order, and its check (purchase_orders_use) refuses what is more than is left.
CREATE OR REPLACE FUNCTION books.order_used() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  update books.purchase_orders set used = used + new.amount where org_id = new.org_id and id = new.order_id;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.order_used FROM PUBLIC;

CREATE OR REPLACE TRIGGER order_used AFTER INSERT ON books.charged_by
  FOR EACH ROW WHEN (new.order_id is not null) EXECUTE FUNCTION books.order_used();
