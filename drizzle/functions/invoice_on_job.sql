-- A job takes invoices of its own customer, and of whoever they were merged with; the debt that one makes is the same job's;
-- and a closed job, or one that was put away, takes none but the retainage that was held back before, and the invoice that is issued
-- instead of one of its own that was voided: nothing new is billed by either. Read under a share
-- lock, so that closing waits or is waited for. Row by row and only for what names a job.
CREATE OR REPLACE FUNCTION books.invoice_on_job() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  strange boolean;
  shut boolean;
begin
  select books.survivor(j.customer_id) is distinct from books.survivor(a.customer_id),
      j.status = 'closed' or j.archived_at is not null
    into strange, shut
    from books.jobs j join books.accounts a on a.org_id = j.org_id and a.id = new.account_id
    where j.org_id = new.org_id and j.id = new.job_id for share of j;
  if strange or exists (
    select from books.items i
    where i.org_id = new.org_id and i.id = new.event_number and i.job_id is distinct from new.job_id
  ) then
    raise exception 'an invoice on the job of another customer' using errcode = 'OA017';
  elsif shut and new.event_number is not null and new.source <> 'release' and not exists (
    select from books.invoices c where c.org_id = new.org_id and c.id = new.corrects and c.job_id = new.job_id
  ) then
    raise exception 'an invoice on a closed job' using errcode = 'OA019';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.invoice_on_job FROM PUBLIC;

CREATE OR REPLACE TRIGGER invoice_on_job AFTER INSERT OR UPDATE OF account_id, job_id, event_number ON books.invoices
  FOR EACH ROW WHEN (new.job_id is not null) EXECUTE FUNCTION books.invoice_on_job();
