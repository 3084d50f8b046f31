-- Who writes most, on how many days and in how many subjects?
--
-- author_id    X's number of the author
-- username     empty if X did not tell
-- posts        a post counts once, also when several subjects found it
-- replies      how many of them answer someone
-- subjects     how many subjects the posts belong to
-- active_days  on how many days, UTC, the author wrote
-- first_post, last_post   when, UTC
SELECT
  t.author_id,
  u.username,
  count(DISTINCT t.id) AS posts,
  count(DISTINCT CASE WHEN t.referenced_type = 'replied_to' THEN t.id END) AS replies,
  count(DISTINCT t.subject) AS subjects,
  count(DISTINCT CAST(t.created_at AS date)) AS active_days,
  min(t.created_at) AS first_post,
  max(t.created_at) AS last_post
FROM silver.tweets AS t
LEFT JOIN silver.users AS u ON u.id = t.author_id
WHERE t.is_latest_edit AND t.found_as IS DISTINCT FROM 'referenced' AND t.author_id IS NOT NULL
GROUP BY t.author_id, u.username
ORDER BY posts DESC, t.author_id
LIMIT 50
