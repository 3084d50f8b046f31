-- Whose following grew or shrank between the first and the last look?
--
-- user_id            X's number of the user
-- username           as it was at the last look
-- looks              how many pages tell about the user
-- first_look, last_look   when X answered, UTC, users seen at one moment only are left out
-- followers_first, followers_last   at these looks
-- growth             the difference
-- growth_per_day     the difference for each 24 hours in between
WITH looks AS (
  SELECT
    id, followers_count, retrieved_at,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at, file_name) AS from_first,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, file_name DESC) AS from_last,
    count(*) OVER (PARTITION BY id) AS looks
  FROM bronze.users
  WHERE followers_count IS NOT NULL
),
growth AS (
  SELECT
    TRY_CAST(a.id AS bigint) AS user_id,
    a.looks,
    a.retrieved_at AS first_look,
    z.retrieved_at AS last_look,
    a.followers_count AS followers_first,
    z.followers_count AS followers_last,
    z.followers_count - a.followers_count AS growth,
    date_diff(
      'second', date_trunc('second', a.retrieved_at), date_trunc('second', z.retrieved_at)
    ) AS seconds
  FROM looks AS a
  JOIN looks AS z ON z.id = a.id
  WHERE a.from_first = 1 AND z.from_last = 1 AND a.retrieved_at < z.retrieved_at
)
SELECT
  g.user_id,
  u.username,
  g.looks,
  g.first_look,
  g.last_look,
  g.followers_first,
  g.followers_last,
  g.growth,
  round(86400 * CAST(g.growth AS double) / nullif(g.seconds, 0), 4) AS growth_per_day
FROM growth AS g
JOIN silver.users AS u ON u.id = g.user_id
ORDER BY g.growth DESC, g.user_id
LIMIT 100
