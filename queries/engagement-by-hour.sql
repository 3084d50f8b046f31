-- At which hour of the day do posts find most attention?
--
-- hour                    in which they were written, UTC, 0 to 23, hours without posts are missing
-- posts                   a post counts once, as it was seen last, reposts of others are left out
-- interactions            likes, reposts, replies and quotes of these posts
-- interactions_per_post   on average
-- likes_per_post          on average
WITH looks AS (
  SELECT
    id,
    extract(hour FROM created_at) AS hour_of_day,
    coalesce(like_count, 0) AS likes,
    coalesce(like_count, 0) + coalesce(retweet_count, 0)
      + coalesce(reply_count, 0) + coalesce(quote_count, 0) AS interactions,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, subject) AS look
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced' AND referenced_type IS DISTINCT FROM 'retweeted'
)
SELECT
  hour_of_day AS hour,
  count(*) AS posts,
  CAST(sum(interactions) AS bigint) AS interactions,
  round(CAST(sum(interactions) AS double) / count(*), 4) AS interactions_per_post,
  round(CAST(sum(likes) AS double) / count(*), 4) AS likes_per_post
FROM looks
WHERE look = 1
GROUP BY hour_of_day
ORDER BY hour_of_day
LIMIT 24
