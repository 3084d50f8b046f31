-- Which posts were edited, how often and how soon, and what do they say now?
--
-- original_id        number of the first version
-- latest_id          number of the version that stands
-- username           of the author, empty if X did not tell
-- versions_seen      how many versions are in this lake, often the last alone
-- written_at         when the version that stands was written, UTC
-- minutes_to_edit    from the first version to this one, by the times that their numbers carry
-- edited_posts       how many edited posts there are in all, the same in every row
-- post               the whole text as it stands
WITH looks AS (
  SELECT
    id, original_id, created_at, author_id, full_text, is_latest_edit,
    row_number() OVER (PARTITION BY id ORDER BY retrieved_at DESC, subject) AS look
  FROM silver.tweets
  WHERE found_as IS DISTINCT FROM 'referenced'
),
chains AS (
  SELECT original_id, count(*) AS versions_seen
  FROM looks
  WHERE look = 1
  GROUP BY original_id
)
SELECT
  p.original_id,
  p.id AS latest_id,
  u.username,
  c.versions_seen,
  p.created_at AS written_at,
  round(CAST(p.id - p.original_id AS double) / 4194304 / 60000, 2) AS minutes_to_edit,
  count(*) OVER () AS edited_posts,
  p.full_text AS post
FROM looks AS p
JOIN chains AS c ON c.original_id = p.original_id
LEFT JOIN silver.users AS u ON u.id = p.author_id
WHERE p.look = 1 AND p.is_latest_edit AND p.id <> p.original_id
ORDER BY p.created_at DESC, p.id
LIMIT 100
