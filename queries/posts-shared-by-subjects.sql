-- Which subjects find the same posts?
--
-- subject, other_subject   a pair, in the order of the alphabet
-- shared_posts             found for both, an edited post counts once
-- share_of_subject         of the first subject's posts
-- share_of_other_subject   of the second subject's posts
WITH found AS (
  SELECT subject, id
  FROM silver.tweets
  WHERE is_latest_edit AND found_as IS DISTINCT FROM 'referenced'
),
totals AS (
  SELECT subject, count(*) AS posts
  FROM found
  GROUP BY subject
),
pairs AS (
  SELECT a.subject AS subject, b.subject AS other_subject, count(*) AS shared_posts
  FROM found AS a
  JOIN found AS b ON b.id = a.id AND a.subject < b.subject
  GROUP BY a.subject, b.subject
)
SELECT
  p.subject,
  p.other_subject,
  p.shared_posts,
  round(CAST(p.shared_posts AS double) / a.posts, 4) AS share_of_subject,
  round(CAST(p.shared_posts AS double) / b.posts, 4) AS share_of_other_subject
FROM pairs AS p
JOIN totals AS a ON a.subject = p.subject
JOIN totals AS b ON b.subject = p.other_subject
ORDER BY p.shared_posts DESC, p.subject, p.other_subject
LIMIT 100
