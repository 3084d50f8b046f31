-- How is each day's talk divided between the subjects?
--
-- day             when the posts were written, UTC, newest first
-- subject         a post of two subjects counts for both
-- posts           an edited post counts once
-- interactions    likes, reposts, replies and quotes of these posts
-- share_of_posts         of the day's posts of all subjects
-- share_of_interactions  of the day's interactions of all subjects, empty if there were none
WITH days AS (
  SELECT
    CAST(created_at AS date) AS day,
    subject,
    count(*) AS posts,
    sum(coalesce(like_count, 0) + coalesce(retweet_count, 0)
      + coalesce(reply_count, 0) + coalesce(quote_count, 0)) AS interactions
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced' AND referenced_type IS DISTINCT FROM 'retweeted'
  GROUP BY CAST(created_at AS date), subject
)
SELECT
  day,
  subject,
  posts,
  CAST(interactions AS bigint) AS interactions,
  round(CAST(posts AS double) / sum(posts) OVER (PARTITION BY day), 4) AS share_of_posts,
  round(
    CAST(interactions AS double) / nullif(sum(interactions) OVER (PARTITION BY day), 0), 4
  ) AS share_of_interactions
FROM days
ORDER BY day DESC, subject
LIMIT 1000
