-- Facts are only added (I9): not even the tables' owner changes or deletes one. Of a few one thing may be said later: of a
-- credit memo that it came with an import that was undone whole, so that its number may come again; of a payment the
-- deposit that it is in; of a deposit that it was reversed. And what was changed on a profile goes with the profile
-- (forget_customer.sql), never before it, what was sent to be brought in with its file (clear_files.sql), and a paper of whoever
-- was declined credit when they are forgotten (forget_applications.sql).
CREATE OR REPLACE FUNCTION books.facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% on %.% is refused: facts are only added', tg_op, tg_table_schema, tg_table_name using errcode = 'OA002';
end $$;

REVOKE ALL ON FUNCTION books.facts_stay FROM PUBLIC;

DO $$
declare
  facts text;
  said text[];
begin
  foreach facts in array array[
    'allocations',
    'charged_by',
    'audit_entries',
    'audit_seals',
    'credit_decisions',
    'credit_memo_lines',
    'credit_memo_taxes',
    'day_sums',
    'deposit_lines',
    'event_notes',
    'events',
    'invoice_lines',
    'invoice_schedule_runs',
    'invoice_taxes',
    'journal_lines',
    'logos',
    'proofs',
    'receipt_lines',
    'receipt_taxes',
    'receipt_tenders',
    'receipts',
    'reductions',
    'retainage',
    'signatures',
    'split_payments',
    'statement_files',
    'statement_members',
    'statements',
    'tax_parts',
    'tax_steps'
  ] loop
    execute format('create or replace trigger %I before update or delete or truncate on books.%I
      for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
  create or replace trigger customer_changes_stay before update or truncate on books.customer_changes
    for each statement execute function books.facts_stay();
  create or replace trigger attachment_files_stay before update or truncate on books.attachment_files
    for each statement execute function books.facts_stay();
  create or replace trigger import_parts_stay before update or truncate on books.import_parts
    for each statement execute function books.facts_stay();
  -- Of these one thing each may be said later, in the columns named.
  for facts, said in
    select * from (values ('credit_memos', array['number_freed']), ('payments', array['deposit_id']),
      ('deposits', array['reversed_on', 'reversed_by', 'reversed_because', 'reversed_at'])) as f
  loop
    execute (
      select format('create or replace trigger %I before update of %s or delete or truncate on books.%I
        for each statement execute function books.facts_stay()', facts || '_stay',
        string_agg(quote_ident(attname), ', ' order by attnum), facts)
      from pg_attribute
      where attrelid = ('books.' || facts)::regclass and attnum > 0 and not attisdropped and attname <> all (said));
  end loop;
end $$;
