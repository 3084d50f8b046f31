# Databases only: the tables in them are made and evolved by the functions that write them.

resource "aws_glue_catalog_database" "layer" {
  for_each = {
    bronze = "Posts, users, places and media as X's pages held them."
    silver = "The newest look at each post, user, place and medium."
    gold   = "What is said about the posts: labels, and counts by day. No author, no text."
  }

  name         = "${var.environment}_${each.key}"
  description  = each.value
  location_uri = "s3://${aws_s3_bucket.lake.bucket}/${each.key}"
}
