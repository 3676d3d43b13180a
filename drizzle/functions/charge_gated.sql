-- A house charge passes the gate (I8): whatever is called one, and whatever a receipt is charged by, is looked at by the guards
-- of the limit, whichever path writes it. Without it a path that forgot to say so would post above every limit unseen. Row by
-- row and only for what is a house charge, so that every other posting pays nothing for it.
CREATE OR REPLACE FUNCTION books.charge_gated() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_table_name = 'invoices' then
    if exists (
      select from books.events e where e.org_id = new.org_id and e.number = new.event_number and e.gated
    ) then
      return null;
    end if;
  end if;
  raise exception 'a house charge that passed no gate' using errcode = 'OA072';
end $$;

REVOKE ALL ON FUNCTION books.charge_gated FROM PUBLIC;

CREATE OR REPLACE TRIGGER events_charge_gated AFTER INSERT ON books.events
  FOR EACH ROW WHEN (new.label = 'House charge' and not new.gated) EXECUTE FUNCTION books.charge_gated();

CREATE OR REPLACE TRIGGER invoices_charge_gated AFTER INSERT ON books.invoices
  FOR EACH ROW WHEN (new.receipt_id is not null and new.event_number is not null) EXECUTE FUNCTION books.charge_gated();
