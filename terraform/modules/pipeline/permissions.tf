# What each function may do: the table is in terraform/README.md, and the tests compare both.

locals {
  bucket = var.lake.bucket.arn

  get_tweets_permissions = [
    {
      sid       = "PagesCheckpointJournal"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/raw/*", "${local.bucket}/state/collector/*", "${local.bucket}/state/journal/*"]
    },
    {
      sid       = "Quarantine"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/quarantine/raw/*"]
    },
    local.listing["get_tweets"],
    {
      sid     = "Token"
      actions = ["secretsmanager:GetSecretValue"]
      # Secrets Manager appends a hyphen and six characters to the name.
      resources = ["${local.secret_arn}-??????"]
    },
  ]

  process_raw_permissions = [
    {
      sid       = "PagesJournal"
      actions   = ["s3:GetObject"]
      resources = ["${local.bucket}/raw/*", "${local.bucket}/state/journal/*"]
    },
    {
      sid       = "Quarantine"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/quarantine/bronze.*"]
    },
    {
      sid       = "BronzeFiles"
      actions   = local.write_files
      resources = ["${local.bucket}/bronze/*"]
    },
    local.listing["process_raw"],
    {
      sid     = "BronzeTables"
      actions = local.write_tables
      resources = concat(
        ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.bronze}"],
        [for table in flatten(values(local.tables)) : "${local.glue_arn}:table/${var.lake.databases.bronze}/${table}"],
      )
    },
  ]

  to_silver_permissions = {
    for table, merged in local.tables : table => [
      {
        sid       = "BronzeFiles"
        actions   = ["s3:GetObject"]
        resources = [for each in merged : "${local.bucket}/bronze/${each}/*"]
      },
      {
        sid       = "Quarantine"
        actions   = ["s3:GetObject", "s3:PutObject"]
        resources = [for each in merged : "${local.bucket}/quarantine/silver.${each}/*"]
      },
      {
        sid       = "SilverFiles"
        actions   = local.write_files
        resources = [for each in merged : "${local.bucket}/silver/${each}/*"]
      },
      {
        sid     = "BronzeTable"
        actions = ["glue:GetTable"]
        resources = concat(
          ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.bronze}"],
          [for each in merged : "${local.glue_arn}:table/${var.lake.databases.bronze}/${each}"],
        )
      },
      {
        sid     = "SilverTable"
        actions = local.write_tables
        resources = concat(
          ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.silver}"],
          [for each in merged : "${local.glue_arn}:table/${var.lake.databases.silver}/${each}"],
        )
      },
    ]
  }

  # Iceberg deletes files of commits that did not happen, and metadata files that are no longer kept.
  write_files  = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
  write_tables = ["glue:CreateTable", "glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]

  # Without leave to list, S3 says 403 instead of 404 of an object that is not there, and it is not said anywhere whether it
  # looks at the prefix then. IfExists holds either way.
  listing = {
    for function, prefixes in {
      get_tweets  = ["raw/*", "state/*", "quarantine/raw/*"]
      process_raw = ["raw/*", "state/journal/*"]
      } : function => {
      sid        = "WhatIsThere"
      actions    = ["s3:ListBucket"]
      resources  = [local.bucket]
      conditions = [{ test = "StringLikeIfExists", variable = "s3:prefix", values = prefixes }]
    }
  }

  # S3 for the lake; get-tweets reads the token too.
  key_permissions = {
    for key in keys(local.function_arns) : key => var.lake.kms_key_arn == null ? [] : [{
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [var.lake.kms_key_arn]
      conditions = [{
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = [for service in key == "get_tweets" ? ["s3", "secretsmanager"] : ["s3"] : "${service}.${local.region}.amazonaws.com"]
      }]
    }]
  }
}
