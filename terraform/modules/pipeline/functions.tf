locals {
  # By the table that names a function, all tables that it merges. Media come with the places: most lakes have none.
  tables = {
    tweets = ["tweets"]
    users  = ["users"]
    places = ["places", "media"]
  }

  # What is said about posts: by day, by run, and which models said it. label-posts writes the first two.
  label_tables = ["models", "post_labels"]
  count_tables = [
    "collection_by_run", "engagement_by_day", "places_by_day", "sentiment_by_day", "top_domains_by_day", "top_hashtags_by_day", "topics_by_day",
    "volume_by_hour",
  ]

  # Every table of the lake, by its layer.
  all_tables = {
    bronze = flatten(values(local.tables))
    silver = flatten(values(local.tables))
    gold   = concat(local.label_tables, local.count_tables)
  }

  lake_settings = {
    LAKE_BUCKET      = var.lake.bucket.name
    LAKE_ENVIRONMENT = var.environment
  }

  token_settings = {
    X_BEARER_TOKEN_SECRET_ID = aws_secretsmanager_secret.x_token.name
  }

  # What is left of a month's limit stands on the page.
  monthly_limits = [for subject in var.subjects : "${subject.name}=${subject.max_posts_per_month}" if subject.max_posts_per_month != null]
  page_settings  = { for setting in length(local.monthly_limits) == 0 ? [] : ["LAKE_MONTHLY_POSTS"] : setting => join(",", local.monthly_limits) }
  page_bucket    = { for bucket in var.lake.page[*] : "LAKE_PAGE_BUCKET" => bucket.name }

  # Of which subjects the posts are questions, and so have a topic.
  question_subjects = [for subject in var.subjects : subject.name if subject.questions]
  question_settings = { for setting in length(local.question_subjects) == 0 ? [] : ["LAKE_QUESTION_SUBJECTS"] : setting => join(",", local.question_subjects) }

  all_functions = merge(
    {
      get_tweets = {
        name        = "${var.name}-get-tweets"
        description = "Asks X for a subject's posts and stores each page."
        image       = var.images.get_tweets
        size        = var.sizes.get_tweets
        settings    = merge(var.settings.get_tweets, local.lake_settings, local.token_settings)
        permissions = local.get_tweets_permissions
      }
      process_raw = {
        name        = "${var.name}-process-raw"
        description = "Turns stored pages into rows of the bronze tables."
        image       = var.images.process_raw
        size        = var.sizes.process_raw
        settings    = merge(var.settings.process_raw, local.lake_settings)
        permissions = local.process_raw_permissions
      }
      maintain = {
        name        = "${var.name}-maintain"
        description = "Keeps a table small: compacts, expires snapshots, removes what nothing names."
        image       = var.images.maintain
        size        = var.sizes.maintain
        settings    = merge(var.settings.maintain, local.lake_settings)
        permissions = local.maintain_permissions
      }
      forget = {
        name        = "${var.name}-forget"
        description = "Takes posts and users out of tables, pages and old versions, and searches for them."
        image       = var.images.forget
        size        = var.sizes.forget
        settings    = merge(var.settings.forget, local.lake_settings, { LAKE_RESULTS_BUCKET = var.lake.results.name })
        permissions = local.forget_permissions
      }
      comply = {
        name        = "${var.name}-comply"
        description = "Asks X which posts and users are gone, and makes a request to forget of the answer."
        image       = var.images.comply
        size        = var.sizes.comply
        settings    = merge(var.settings.comply, local.lake_settings, local.token_settings)
        permissions = local.comply_permissions
      }
      label_posts = {
        name        = "${var.name}-label-posts"
        description = "Labels the posts of the days that silver changed."
        image       = var.images.label_posts
        size        = merge(var.sizes.label_posts, var.label_embeddings ? { memory_mb = max(2048, var.sizes.label_posts.memory_mb) } : {})
        settings    = merge(local.question_settings, var.settings.label_posts, local.lake_settings, local.embedding_settings)
        permissions = local.label_posts_permissions
      }
      to_gold = {
        name        = "${var.name}-to-gold"
        description = "Counts days anew that changed, and writes the page."
        image       = var.images.to_gold
        size        = var.sizes.to_gold
        settings    = merge(local.page_settings, var.settings.to_gold, local.lake_settings, local.page_bucket, local.embedding_settings)
        permissions = local.to_gold_permissions
      }
    },
    {
      for table, merged in local.tables : "${table}_to_silver" => {
        name        = "${var.name}-${table}-to-silver"
        description = "Merges what reached bronze ${join(" and ", merged)} into silver."
        image       = var.images.to_silver
        size        = var.sizes.to_silver
        settings    = merge(var.settings.to_silver, local.lake_settings)
        permissions = local.to_silver_permissions[table]
      }
    },
  )

  # ONNX Runtime is known to crash on Lambda's arm64. Whose labels are counted must be known to who counts.
  architectures      = var.label_embeddings ? { label_posts = "x86_64" } : {}
  embedding_settings = var.label_embeddings ? { LAKE_EMBEDDINGS = "true" } : {}

  functions = {
    for key, function in local.all_functions : key => function if contains(flatten([for machine in local.machines : machine.functions]), key)
  }
}

module "function" {
  source   = "../function"
  for_each = local.functions

  name                     = each.value.name
  description              = each.value.description
  account_id               = var.account_id
  image_uri                = each.value.image
  architecture             = lookup(local.architectures, each.key, var.architecture)
  memory_mb                = each.value.size.memory_mb
  ephemeral_storage_mb     = each.value.size.ephemeral_storage_mb
  environment_variables    = each.value.settings
  permissions              = concat(each.value.permissions, local.key_permissions[each.key])
  kms_key_arn              = var.lake.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
  role_path                = var.role_path
  log_retention_days       = var.log_retention_days
  alarms_enabled           = var.function_alarms_enabled
  alarm_topic_arn          = local.topic_arn
}

# Terraform makes the secret, a person puts the value: it is in no state and no variable.
resource "aws_secretsmanager_secret" "x_token" {
  name                    = "${var.name}/x-bearer-token"
  description             = "The app-only bearer token for X, as plain text."
  recovery_window_in_days = var.protected ? 30 : 0
  kms_key_id              = var.lake.kms_key_arn
}
