-- Which authors have the largest following?
--
-- author_id            X's number of the author
-- username, name       as they were at the last look
-- followers            at the last look
-- following            how many accounts the author follows
-- posts                of the author in this lake, a post counts once
-- likes_per_follower   likes of these posts for each follower
WITH looks AS (
  SELECT
    id, author_id, like_count,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, subject) AS look
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'
),
authors AS (
  SELECT author_id, count(*) AS posts, sum(coalesce(like_count, 0)) AS likes
  FROM looks
  WHERE look = 1
  GROUP BY author_id
)
SELECT
  u.id AS author_id,
  u.username,
  u.name,
  u.followers_count AS followers,
  u.following_count AS following,
  a.posts,
  round(CAST(a.likes AS double) / nullif(u.followers_count, 0), 4) AS likes_per_follower
FROM silver.users AS u
JOIN authors AS a ON a.author_id = u.id
ORDER BY u.followers_count DESC NULLS LAST, u.id
LIMIT 50
