-- Whether a change of credit terms, as the history keeps them, gives more than may be given alone (`alone`): a standing limit
-- above it that is more than the standing one was; or a limit for a while above both, which is no more only where the one
-- before was as high and as long. The rule: needsApproval (domain/credit/limit-approval.ts).
CREATE OR REPLACE FUNCTION books.more_credit(before text, after text, alone bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  select now_standing > greatest(alone, stood)
    or now_raised > greatest(alone, stood)
      and (was_raised >= now_raised and was_until >= now_until) is not true
  from (
    select case when b #>> '{limit,kind}' = 'unlimited' then 9223372036854775807 else coalesce((b #>> '{limit,limitCents}')::bigint, -1) end as stood,
      case when a #>> '{limit,kind}' = 'unlimited' then 9223372036854775807 else coalesce((a #>> '{limit,limitCents}')::bigint, -1) end as now_standing,
      (b #>> '{temporary,limitCents}')::bigint as was_raised, (b #>> '{temporary,until}')::date as was_until,
      coalesce((a #>> '{temporary,limitCents}')::bigint, -1) as now_raised, (a #>> '{temporary,until}')::date as now_until
    from (select before::jsonb as b, after::jsonb as a) given) terms
$$;

REVOKE ALL ON FUNCTION books.more_credit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.more_credit TO onaccount_app;
