-- Typed words as patterns of LIKE, the longest first: each is to stand somewhere in what a search looks at.
CREATE OR REPLACE FUNCTION books.search_patterns(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    select coalesce(array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' order by length(word) desc, word), '{}')
    from (select distinct word from unnest(string_to_array(books.search_text(left(said, 200)), ' ')) as word where word <> '' limit 8) w);

REVOKE ALL ON FUNCTION books.search_patterns FROM PUBLIC;
