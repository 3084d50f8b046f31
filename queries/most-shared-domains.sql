-- Which web sites do people link to?
--
-- domain     in lower case, without 'www.', links within X are left out
-- posts      that link there, a post counts once, also when several subjects found it
-- authors    how many people linked there
-- addresses  how many different addresses they linked to
WITH links AS (
  SELECT
    t.id,
    t.author_id,
    u.url,
    nullif(
      regexp_extract(lower(u.url), '^https?://(?:[^/?#@]*@)?(?:www[.])?([^/?#:]+)', 1), ''
    ) AS domain
  FROM silver.tweets AS t
  CROSS JOIN UNNEST(t.urls) AS u (url)
  WHERE t.is_latest_edit AND t.found_as IS DISTINCT FROM 'referenced'
)
SELECT
  domain,
  count(DISTINCT id) AS posts,
  count(DISTINCT author_id) AS authors,
  count(DISTINCT url) AS addresses
FROM links
WHERE domain IS NOT NULL AND domain NOT IN ('x.com', 'twitter.com', 't.co')
GROUP BY domain
ORDER BY posts DESC, authors DESC, domain
LIMIT 50
