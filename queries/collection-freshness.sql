-- How fresh is each subject, and where are holes in what was collected?
--
-- subject              the one looked at longest ago comes first
-- looks                how many times X gave a page with posts
-- last_look            when X last gave posts, UTC
-- hours_behind         how long that was before the last look at any subject
-- newest_post          when it was written, UTC
-- longest_pause_hours  between two looks, empty after one look
-- posts                collected, every version of an edited one
-- hours_without_posts  full hours, UTC, between the oldest and the newest post in which none was
--                      written: either nobody wrote, or they are missing here
WITH looks AS (
  SELECT DISTINCT subject, retrieved_at
  FROM bronze.tweets
),
pauses AS (
  SELECT
    subject,
    retrieved_at,
    lag(retrieved_at) OVER (PARTITION BY subject ORDER BY retrieved_at) AS look_before
  FROM looks
),
looked AS (
  SELECT
    subject,
    count(*) AS looks,
    max(retrieved_at) AS last_look,
    max(date_diff(
      'second', date_trunc('second', look_before), date_trunc('second', retrieved_at)
    )) AS longest_pause
  FROM pauses
  GROUP BY subject
),
written AS (
  SELECT
    subject,
    count(*) AS posts,
    min(created_at) AS oldest_post,
    max(created_at) AS newest_post,
    count(DISTINCT date_trunc('hour', created_at)) AS hours_with_posts
  FROM silver.tweets
  WHERE found_as IS DISTINCT FROM 'referenced'
  GROUP BY subject
)
SELECT
  l.subject,
  l.looks,
  l.last_look,
  round(CAST(date_diff(
    'second', date_trunc('second', l.last_look), date_trunc('second', max(l.last_look) OVER ())
  ) AS double) / 3600, 4) AS hours_behind,
  w.newest_post,
  round(CAST(l.longest_pause AS double) / 3600, 4) AS longest_pause_hours,
  w.posts,
  date_diff(
    'hour', date_trunc('hour', w.oldest_post), date_trunc('hour', w.newest_post)
  ) + 1 - w.hours_with_posts AS hours_without_posts
FROM looked AS l
LEFT JOIN written AS w ON w.subject = l.subject
ORDER BY l.last_look, l.subject
LIMIT 1000
