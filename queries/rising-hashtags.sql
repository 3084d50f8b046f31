-- Which hashtags are used more than before?
--
-- subject
-- hashtag        in lower case, without '#'
-- posts          that use it, on the newest three days with posts
-- posts_before   on the three days before them
-- more           how many posts more
WITH days AS (
  SELECT day, row_number() OVER (ORDER BY day DESC) AS age
  FROM (SELECT DISTINCT day FROM gold.top_hashtags_by_day) AS d
),
used AS (
  SELECT
    h.subject,
    h.hashtag,
    sum(CASE WHEN d.age <= 3 THEN h.posts ELSE 0 END) AS posts,
    sum(CASE WHEN d.age > 3 THEN h.posts ELSE 0 END) AS posts_before
  FROM gold.top_hashtags_by_day AS h
  JOIN days AS d ON d.day = h.day
  WHERE d.age <= 6
  GROUP BY h.subject, h.hashtag
)
SELECT subject, hashtag, posts, posts_before, posts - posts_before AS more
FROM used
WHERE posts >= 5 AND posts > posts_before
ORDER BY more DESC, posts DESC, subject, hashtag
LIMIT 50
