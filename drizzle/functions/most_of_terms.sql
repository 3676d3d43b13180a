-- The most that credit terms, as the history keeps them, let be owed on any day: the higher of the standing limit and one for
-- a while. Said here and in needsApproval (domain/credit/limit-approval.ts).
CREATE OR REPLACE FUNCTION books.most_of_terms(terms text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  select case when t #>> '{limit,kind}' = 'unlimited' then 9223372036854775807
    else greatest(coalesce((t #>> '{limit,limitCents}')::bigint, -1), coalesce((t #>> '{temporary,limitCents}')::bigint, -1)) end
  from (select terms::jsonb as t) given
$$;

REVOKE ALL ON FUNCTION books.most_of_terms FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.most_of_terms TO onaccount_app;
