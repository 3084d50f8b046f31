-- Which hashtags came in which pages, and in whose posts?
SELECT tag, tweets.file_name, users.username, count(*) AS posts, max(tweets.retrieved_at) AS seen
FROM bronze.tweets AS tweets
CROSS JOIN UNNEST(tweets.hashtags) AS unnested (tag)
LEFT JOIN silver.users AS users ON users.id = CAST(tweets.author_id AS bigint)
GROUP BY tag, tweets.file_name, users.username
ORDER BY posts DESC, tag, tweets.file_name, users.username
LIMIT 50
