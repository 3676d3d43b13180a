-- Facts are only added (I9): not even the tables' owner changes or deletes one. Of a credit memo one thing may be said later:
-- that it came with an import that was undone whole, so that its number may come again.
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
    'customer_changes',
    'day_sums',
    'event_notes',
    'events',
    'import_parts',
    'invoice_lines',
    'invoice_taxes',
    'journal_lines',
    'payments',
    'proofs',
    'receipt_lines',
    'receipt_taxes',
    'receipt_tenders',
    'receipts',
    'reductions',
    'retainage',
    'split_payments',
    'statement_files',
    'statements',
    'tax_parts',
    'tax_steps'
  ] loop
    execute format('create or replace trigger %I before update or delete or truncate on books.%I
      for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
  execute (
    select format('create or replace trigger credit_memos_stay before update of %s or delete or truncate on books.credit_memos
      for each statement execute function books.facts_stay()', string_agg(quote_ident(attname), ', ' order by attnum))
    from pg_attribute
    where attrelid = 'books.credit_memos'::regclass and attnum > 0 and not attisdropped and attname <> 'number_freed');
end $$;
