locals {
  # By the table that names a function, all tables that it merges. Media come with the places: most lakes have none.
  tables = {
    tweets = ["tweets"]
    users  = ["users"]
    places = ["places", "media"]
  }

  lake_settings = {
    LAKE_BUCKET      = var.lake.bucket.name
    LAKE_ENVIRONMENT = var.environment
  }

  functions = merge(
    {
      get_tweets = {
        name        = "${var.name}-get-tweets"
        description = "Asks X for a subject's posts and stores each page."
        image       = var.images.get_tweets
        size        = var.sizes.get_tweets
        settings    = merge(var.settings.get_tweets, local.lake_settings, { X_BEARER_TOKEN_SECRET_ID = aws_secretsmanager_secret.x_token.name })
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
}

module "function" {
  source   = "../function"
  for_each = local.functions

  name                     = each.value.name
  description              = each.value.description
  account_id               = var.account_id
  image_uri                = each.value.image
  architecture             = var.architecture
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
