-- How does what people did go along with the tone of what they wrote?
--
-- day             UTC
-- subject
-- cups_sold       of facts.cups_sold: put facts of your own in its place (lake fact)
-- posts           that were collected
-- positive_share  of the scored posts, as estimated
-- negative_share
WITH tone AS (
  SELECT
    day,
    subject,
    sum(posts) AS posts,
    sum(scored * positive_share) / sum(scored) AS positive_share,
    sum(scored * negative_share) / sum(scored) AS negative_share
  FROM gold.sentiment_by_day
  GROUP BY day, subject
  HAVING sum(scored) >= 5
)
SELECT
  f.day,
  f.subject,
  f.cups_sold,
  t.posts,
  round(t.positive_share, 4) AS positive_share,
  round(t.negative_share, 4) AS negative_share
FROM facts.cups_sold AS f
JOIN tone AS t ON t.day = f.day AND t.subject = f.subject
ORDER BY f.day DESC, f.subject
LIMIT 1000
