-- Facts are only added (I9): not even the tables' owner changes or deletes one.
CREATE OR REPLACE FUNCTION books.facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% on %.% is refused: facts are only added', tg_op, tg_table_schema, tg_table_name using errcode = 'OA002';
end $$;

REVOKE ALL ON FUNCTION books.facts_stay FROM PUBLIC;

DO $$
declare
  facts text;
begin
  foreach facts in array array[
    'allocations',
    'attachment_files',
    'audit_entries',
    'credit_memos',
    'customer_changes',
    'day_sums',
    'event_notes',
    'events',
    'journal_lines',
    'payments',
    'proofs',
    'receipt_lines',
    'receipt_tenders',
    'receipts',
    'reductions',
    'retainage',
    'statement_files',
    'statements'
  ] loop
    execute format('create or replace trigger %I before update or delete or truncate on books.%I
      for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
end $$;
