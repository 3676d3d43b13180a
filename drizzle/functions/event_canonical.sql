-- The canonical form of an event that is there (I21).
CREATE OR REPLACE FUNCTION books.event_canonical(e books.events) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN books.canonical(e.org_id, e.account_id, e.currency, e.seq, e.number, e.kind, e.effective_on, e.period,
    e.recorded_at, e.amount, e.open_items, e.open_credit, e.retained, e.balance_after, e.actor, e.label, e.document_id,
    e.reverses, e.command_id, e.memo_digest, e.signature_digest);

REVOKE ALL ON FUNCTION books.event_canonical FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.event_canonical TO onaccount_app;
