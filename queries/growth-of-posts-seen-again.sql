-- Which posts had other counts when they were seen again?
--
-- post_id             X's number of the post
-- looks               how many pages hold it
-- first_look, last_look   when X answered, UTC
-- likes_first, likes_last   at these looks, empty where X did not tell
-- likes_gained        the difference
-- reposts_gained, replies_gained, quotes_gained   likewise
-- likes_per_hour      likes gained for each hour in between
WITH looks AS (
  SELECT
    id, retrieved_at, like_count, retweet_count, reply_count, quote_count,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at, file_name) AS from_first,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, file_name DESC) AS from_last,
    count(*) OVER (PARTITION BY id) AS looks
  FROM bronze.tweets
  WHERE found_as IS DISTINCT FROM 'referenced'
),
growth AS (
  SELECT
    TRY_CAST(a.id AS bigint) AS post_id,
    a.looks,
    a.retrieved_at AS first_look,
    z.retrieved_at AS last_look,
    a.like_count AS likes_first,
    z.like_count AS likes_last,
    z.like_count - a.like_count AS likes_gained,
    z.retweet_count - a.retweet_count AS reposts_gained,
    z.reply_count - a.reply_count AS replies_gained,
    z.quote_count - a.quote_count AS quotes_gained,
    date_diff(
      'second', date_trunc('second', a.retrieved_at), date_trunc('second', z.retrieved_at)
    ) AS seconds
  FROM looks AS a
  JOIN looks AS z ON z.id = a.id
  WHERE a.from_first = 1 AND z.from_last = 1 AND a.retrieved_at < z.retrieved_at
)
SELECT
  post_id,
  looks,
  first_look,
  last_look,
  likes_first,
  likes_last,
  likes_gained,
  reposts_gained,
  replies_gained,
  quotes_gained,
  round(3600 * CAST(likes_gained AS double) / nullif(seconds, 0), 4) AS likes_per_hour
FROM growth
WHERE post_id IS NOT NULL
  AND (likes_gained <> 0 OR reposts_gained <> 0 OR replies_gained <> 0 OR quotes_gained <> 0)
ORDER BY likes_gained DESC NULLS LAST, post_id
LIMIT 100
