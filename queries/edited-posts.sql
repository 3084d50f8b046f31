-- Which posts were edited, how often and how soon, and what do they say now?
--
-- original_id        number of the first version
-- latest_id          number of the version that stands
-- username           of the author, empty if X did not tell
-- versions_seen      how many versions are in this lake
-- first_seen_version_at   when the earliest of these was written, UTC
-- latest_version_at  when the latest was written, UTC
-- seconds_between    these two
-- edited_posts       how many edited posts there are in all, the same in every row
-- post               the whole text as it stands
WITH looks AS (
  SELECT
    id, original_id, created_at, author_id, full_text, is_latest_edit,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, subject) AS look
  FROM silver.tweets
),
chains AS (
  SELECT original_id, count(*) AS versions_seen, min(created_at) AS first_seen_version_at
  FROM looks
  WHERE look = 1
  GROUP BY original_id
)
SELECT
  p.original_id,
  p.id AS latest_id,
  u.username,
  c.versions_seen,
  c.first_seen_version_at,
  p.created_at AS latest_version_at,
  date_diff(
    'second', date_trunc('second', c.first_seen_version_at), date_trunc('second', p.created_at)
  ) AS seconds_between,
  count(*) OVER () AS edited_posts,
  p.full_text AS post
FROM looks AS p
JOIN chains AS c ON c.original_id = p.original_id
LEFT JOIN silver.users AS u ON u.id = p.author_id
WHERE p.look = 1 AND p.is_latest_edit AND p.id <> p.original_id
ORDER BY p.created_at DESC, p.id
LIMIT 100
