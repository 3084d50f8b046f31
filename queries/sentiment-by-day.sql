-- How does the tone of the posts about each subject change from day to day?
--
-- day             on which they were written, UTC, the newest first
-- subject
-- posts           that were collected
-- scored          how many of them are in a language that the model was trained on
-- negative_share  of the scored posts, as estimated: the model's usual errors are taken out
-- neutral_share
-- positive_share
SELECT
  day,
  subject,
  sum(posts) AS posts,
  sum(scored) AS scored,
  round(sum(scored * negative_share) / sum(scored), 4) AS negative_share,
  round(sum(scored * neutral_share) / sum(scored), 4) AS neutral_share,
  round(sum(scored * positive_share) / sum(scored), 4) AS positive_share
FROM gold.sentiment_by_day
GROUP BY day, subject
HAVING sum(scored) >= 5
ORDER BY day DESC, subject
LIMIT 1000
