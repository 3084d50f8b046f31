-- How many posts did each subject bring in on each day?
--
-- day        when the posts were written, UTC, newest first
-- subject    under which they were collected, a post of two subjects counts for both
-- posts      an edited post counts once
-- authors    how many people wrote them
SELECT
  CAST(created_at AS date) AS day,
  subject,
  count(*) AS posts,
  count(DISTINCT author_id) AS authors
FROM silver.tweets
WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'
GROUP BY CAST(created_at AS date), subject
ORDER BY day DESC, subject
LIMIT 1000
