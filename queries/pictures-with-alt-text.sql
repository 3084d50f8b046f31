-- How many pictures are described for those who cannot see them?
--
-- subject
-- day        on which the posts with them were written, UTC, newest first
-- pictures   photos and GIFs, each once for a subject and day
-- described  of them with an alt text
-- share      of the pictures
SELECT
  t.subject,
  CAST(t.created_at AS date) AS day,
  count(DISTINCT m.media_key) AS pictures,
  count(DISTINCT CASE WHEN m.alt_text IS NOT NULL THEN m.media_key END) AS described,
  round(
    CAST(count(DISTINCT CASE WHEN m.alt_text IS NOT NULL THEN m.media_key END) AS double)
    / count(DISTINCT m.media_key), 4
  ) AS share
FROM silver.tweets AS t
CROSS JOIN UNNEST(t.media_keys) AS k (media_key)
JOIN silver.media AS m ON m.media_key = k.media_key
WHERE t.is_latest_edit AND t.found_as IS DISTINCT FROM 'referenced' AND m.type IN ('photo', 'animated_gif')
GROUP BY t.subject, CAST(t.created_at AS date)
ORDER BY day DESC, t.subject
LIMIT 1000
