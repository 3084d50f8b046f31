-- Which posts did people react to most?
--
-- post_id        a post counts once, as it was seen last, reposts of others are left out
-- written_at     UTC
-- username       of the author, empty if X did not tell
-- interactions   likes, reposts, replies and quotes together
-- likes, reposts, replies, quotes, impressions   as X counted them at the last look
-- per_thousand   interactions for each 1,000 impressions
-- post           its whole text
WITH looks AS (
  SELECT
    id, created_at, author_id, full_text,
    like_count, retweet_count, reply_count, quote_count, impression_count,
    coalesce(like_count, 0) + coalesce(retweet_count, 0)
      + coalesce(reply_count, 0) + coalesce(quote_count, 0) AS interactions,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, subject) AS look
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced' AND referenced_type IS DISTINCT FROM 'retweeted'
)
SELECT
  p.id AS post_id,
  p.created_at AS written_at,
  u.username,
  p.interactions,
  p.like_count AS likes,
  p.retweet_count AS reposts,
  p.reply_count AS replies,
  p.quote_count AS quotes,
  p.impression_count AS impressions,
  round(1000 * CAST(p.interactions AS double) / nullif(p.impression_count, 0), 4) AS per_thousand,
  p.full_text AS post
FROM looks AS p
LEFT JOIN silver.users AS u ON u.id = p.author_id
WHERE p.look = 1
ORDER BY p.interactions DESC, p.id
LIMIT 50
