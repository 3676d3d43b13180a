-- The canonical form of an event, of which its hash is made (I21). Changed, it fits no chain that is there: what was added
-- later, the digest of a signature, leaves an event without one as it was.
CREATE OR REPLACE FUNCTION books.canonical(org uuid, account uuid, currency text, seq bigint, number bigint, kind text,
  effective date, period date, recorded timestamptz, amount bigint, open_items bigint, open_credit bigint,
  retained bigint, balance bigint, actor text, label text, document uuid, reverses bigint, command uuid, digest bytea,
  signature bytea DEFAULT NULL)
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(E'\x1f', org, account, currency, seq, number, kind, effective, period,
    (extract(epoch from recorded) * 1000000)::bigint, amount, open_items, open_credit, retained, balance, actor, label,
    coalesce(document::text, '-'), coalesce(reverses::text, '-'), coalesce(command::text, '-'),
    coalesce(encode(digest, 'hex'), '-'), encode(signature, 'hex'));

REVOKE ALL ON FUNCTION books.canonical FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.canonical TO onaccount_app;
