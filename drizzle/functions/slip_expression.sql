-- A word with a slip in it as one regular expression, for the row (see slip_patterns).
CREATE OR REPLACE FUNCTION books.slip_expression(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '\m(' || (
    select string_agg(substr(word, 1, at - 1) || '\w{0,3}' || case when at = length(word) - 1 then '\M' else substr(word, at + 2) end, '|')
    from generate_series(1, length(word) - 1) as at) || ')';

REVOKE ALL ON FUNCTION books.slip_expression FROM PUBLIC;
