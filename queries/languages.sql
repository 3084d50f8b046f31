-- In which languages do people write?
--
-- language   as X guessed it (BCP 47, 'und' where it could not), empty where X said nothing
-- posts      a post counts once, also when several subjects found it
-- authors    how many people wrote them
-- share      of all posts
WITH languages AS (
  SELECT
    lang,
    count(DISTINCT id) AS posts,
    count(DISTINCT author_id) AS authors
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'
  GROUP BY lang
)
SELECT
  lang AS language,
  posts,
  authors,
  round(CAST(posts AS double) / sum(posts) OVER (), 4) AS share
FROM languages
ORDER BY posts DESC, lang NULLS LAST
LIMIT 100
