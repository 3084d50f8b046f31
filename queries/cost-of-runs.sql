-- What did each run read, and what is X expected to charge for it?
--
-- day          on which its posts came into the tables, UTC, the newest first
-- run_id
-- subjects     how many it collected
-- posts        read, each as often as X gave it
-- media        pictures and videos that came with them
-- quarantined  rows that could not be used
-- charge_usd   the charge to expect
SELECT
  day,
  run_id,
  count(*) AS subjects,
  sum(posts) AS posts,
  sum(media) AS media,
  sum(quarantined) AS quarantined,
  round(sum(charge_usd), 4) AS charge_usd
FROM gold.collection_by_run
GROUP BY day, run_id
ORDER BY day DESC, run_id
LIMIT 1000
