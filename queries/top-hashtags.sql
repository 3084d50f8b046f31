-- Which hashtags are used most?
--
-- hashtag    in lower case, without '#'
-- posts      that use it, a post counts once, also when several subjects found it
-- authors    how many people used it
-- subjects   how many subjects it turned up in
-- first_day  on which it was used, UTC
-- last_day   on which it was used, UTC
SELECT
  u.hashtag,
  count(DISTINCT t.id) AS posts,
  count(DISTINCT t.author_id) AS authors,
  count(DISTINCT t.subject) AS subjects,
  min(CAST(t.created_at AS date)) AS first_day,
  max(CAST(t.created_at AS date)) AS last_day
FROM silver.tweets AS t
CROSS JOIN UNNEST(t.hashtags) AS u (hashtag)
WHERE t.is_latest_edit AND t.found_as IS DISTINCT FROM 'referenced'
GROUP BY u.hashtag
ORDER BY posts DESC, authors DESC, u.hashtag
LIMIT 50
