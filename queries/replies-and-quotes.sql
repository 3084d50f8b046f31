-- How much of each subject is conversation?
--
-- subject           a post of two subjects counts for both
-- posts             an edited post counts once
-- originals         that point to no other post
-- replies           that answer one
-- quotes            that quote one
-- reposts           that repeat one
-- share_of_replies, share_of_quotes   of the subject's posts
SELECT
  subject,
  count(*) AS posts,
  count(CASE WHEN referenced_type IS NULL THEN 1 END) AS originals,
  count(CASE WHEN referenced_type = 'replied_to' THEN 1 END) AS replies,
  count(CASE WHEN referenced_type = 'quoted' THEN 1 END) AS quotes,
  count(CASE WHEN referenced_type = 'retweeted' THEN 1 END) AS reposts,
  round(CAST(count(CASE WHEN referenced_type = 'replied_to' THEN 1 END) AS double) / count(*), 4)
    AS share_of_replies,
  round(CAST(count(CASE WHEN referenced_type = 'quoted' THEN 1 END) AS double) / count(*), 4)
    AS share_of_quotes
FROM silver.tweets
WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'
GROUP BY subject
ORDER BY posts DESC, subject
LIMIT 1000
