-- A word with a slip in it (a letter wrong, missing, too many, or two exchanged), as what is left when the two letters at
-- the slip are taken away, as patterns of LIKE for the index.
CREATE OR REPLACE FUNCTION books.slip_patterns(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array(
    select case when at > 1 then '% ' else '%' end || substr(word, 1, at - 1) || '%' || substr(word, at + 2) || '%'
    from generate_series(1, length(word) - 1) as at where at > 2 or length(word) - at > 3);

REVOKE ALL ON FUNCTION books.slip_patterns FROM PUBLIC;
