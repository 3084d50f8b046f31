-- How did likes develop from day to day, and how far above the day before?
WITH days AS (
  SELECT CAST(created_at AS date) AS day, count(*) AS posts, sum(like_count) AS likes,
    avg(CAST(like_count AS double)) AS likes_per_post
  FROM silver.tweets
  WHERE is_latest_edit
  GROUP BY CAST(created_at AS date)
)
SELECT day, posts, likes, likes_per_post,
  likes - lag(likes) OVER (ORDER BY day) AS more_than_the_day_before
FROM days
ORDER BY day
