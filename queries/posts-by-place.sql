-- Where were posts written, as far as their authors say?
--
-- country_code, country   empty for places that X did not describe
-- place       its full name
-- place_id    X's name for it
-- posts       a post counts once, also when several subjects found it
-- authors     how many people wrote them
-- share       of all posts that have a place
WITH places AS (
  SELECT
    place_id,
    count(DISTINCT id) AS posts,
    count(DISTINCT author_id) AS authors
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced' AND place_id IS NOT NULL
  GROUP BY place_id
)
SELECT
  p.country_code,
  p.country,
  p.full_name AS place,
  t.place_id,
  t.posts,
  t.authors,
  round(CAST(t.posts AS double) / sum(t.posts) OVER (), 4) AS share
FROM places AS t
LEFT JOIN silver.places AS p ON p.id = t.place_id
ORDER BY t.posts DESC, t.place_id
LIMIT 100
