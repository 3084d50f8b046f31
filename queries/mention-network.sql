-- Who mentions whom most, and who is mentioned back?
--
-- author_id    X's number of the one who mentions
-- username     of the same, in lower case, empty if X did not tell
-- mentioned    username of the other, in lower case, mentions of oneself are left out
-- posts        that mention the other, a post counts once
-- posts_back   of the other that mention the first
-- first_day, last_day   of these posts, UTC
WITH mentions AS (
  SELECT DISTINCT
    t.id, t.author_id, lower(a.username) AS username, lower(u.mention) AS mentioned,
    CAST(t.created_at AS date) AS day
  FROM silver.tweets AS t
  CROSS JOIN UNNEST(t.mentions) AS u (mention)
  LEFT JOIN silver.users AS a ON a.id = t.author_id
  WHERE t.is_latest_edit AND t.found_as IS DISTINCT FROM 'referenced' AND t.author_id IS NOT NULL
),
edges AS (
  SELECT
    author_id, username, mentioned,
    count(*) AS posts, min(day) AS first_day, max(day) AS last_day
  FROM mentions
  WHERE mentioned IS DISTINCT FROM username
  GROUP BY author_id, username, mentioned
),
answers AS (
  SELECT username, mentioned, sum(posts) AS posts
  FROM edges
  GROUP BY username, mentioned
)
SELECT
  e.author_id,
  e.username,
  e.mentioned,
  e.posts,
  CAST(coalesce(b.posts, 0) AS bigint) AS posts_back,
  e.first_day,
  e.last_day
FROM edges AS e
LEFT JOIN answers AS b ON b.username = e.mentioned AND b.mentioned = e.username
ORDER BY e.posts DESC, e.author_id, e.mentioned
LIMIT 100
