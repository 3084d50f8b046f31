# What each function may do: the table is in terraform/README.md, and the tests compare both.

locals {
  bucket = var.lake.bucket.arn

  get_tweets_permissions = [
    {
      sid       = "PagesCheckpointJournal"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/raw/*", "${local.bucket}/state/collector/*", "${local.bucket}/state/journal/*"]
    },
    local.tombstones,
    {
      sid       = "Quarantine"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/quarantine/raw/*"]
    },
    local.listing["get_tweets"],
    local.token,
  ]

  process_raw_permissions = [
    {
      sid       = "PagesJournal"
      actions   = ["s3:GetObject"]
      resources = ["${local.bucket}/raw/*", "${local.bucket}/state/journal/*"]
    },
    local.tombstones,
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

  maintain_permissions = [
    {
      sid       = "Files"
      actions   = local.write_files
      resources = [for layer in keys(local.all_tables) : "${local.bucket}/${layer}/*"]
    },
    local.listing["maintain"],
    local.alter_tables,
  ]

  alter_tables = {
    sid     = "Tables"
    actions = ["glue:GetTable", "glue:UpdateTable"]
    resources = concat(
      ["${local.glue_arn}:catalog"],
      [for database in values(var.lake.databases) : "${local.glue_arn}:database/${database}"],
      flatten([for layer, tables in local.all_tables : [for table in tables : "${local.glue_arn}:table/${var.lake.databases[layer]}/${table}"]]),
    )
  }

  # The one role that deletes old versions of objects. It reads all that the lake holds, and rewrites what names somebody.
  forget_permissions = [
    {
      sid       = "Objects"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = [for folder in ["originals", "quarantine", "raw", "state"] : "${local.bucket}/${folder}/*"]
    },
    {
      # A request when it has a tombstone, and how far a subject was collected that is forgotten.
      sid       = "RequestsCheckpoints"
      actions   = ["s3:DeleteObject"]
      resources = ["${local.bucket}/state/forget-requests/*", "${local.bucket}/state/collector/*"]
    },
    {
      sid       = "Files"
      actions   = local.write_files
      resources = [for layer in keys(local.all_tables) : "${local.bucket}/${layer}/*"]
    },
    local.listing["forget"],
    {
      sid        = "OldVersionsThatThereAre"
      actions    = ["s3:ListBucketVersions"]
      resources  = [local.bucket]
      conditions = [{ test = "StringLikeIfExists", variable = "s3:prefix", values = concat([for folder in local.folders : "${folder}/*"], [local.page]) }]
    },
    {
      sid       = "OldVersions"
      actions   = ["s3:DeleteObjectVersion"]
      resources = concat([for folder in local.folders : "${local.bucket}/${folder}/*"], ["${local.bucket}/${local.page}", "${var.lake.results.arn}/*"])
    },
    {
      sid       = "Results"
      actions   = ["s3:ListBucketVersions"]
      resources = [var.lake.results.arn]
    },
    local.alter_tables,
  ]

  # It changes no table: what must go becomes a request, which another role fulfils.
  comply_permissions = [
    {
      sid       = "Check"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/state/compliance/*"]
    },
    {
      sid       = "Requests"
      actions   = ["s3:PutObject"]
      resources = ["${local.bucket}/state/forget-requests/*"]
    },
    local.tombstones,
    {
      sid       = "Files"
      actions   = ["s3:GetObject"]
      resources = ["${local.bucket}/bronze/tweets/*", "${local.bucket}/silver/tweets/*", "${local.bucket}/silver/users/*"]
    },
    local.listing["comply"],
    {
      sid     = "Tables"
      actions = ["glue:GetTable"]
      resources = concat(
        ["${local.glue_arn}:catalog"],
        [for layer in ["bronze", "silver"] : "${local.glue_arn}:database/${var.lake.databases[layer]}"],
        ["${local.glue_arn}:table/${var.lake.databases.bronze}/tweets"],
        [for table in ["tweets", "users"] : "${local.glue_arn}:table/${var.lake.databases.silver}/${table}"],
      )
    },
    local.token,
  ]

  label_posts_permissions = [
    {
      sid       = "Posts"
      actions   = ["s3:GetObject"]
      resources = ["${local.bucket}/silver/tweets/*"]
    },
    {
      sid       = "LabelFiles"
      actions   = local.write_files
      resources = [for table in local.label_tables : "${local.bucket}/gold/${table}/*"]
    },
    {
      sid       = "ReadDays"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.bucket}/state/gold/label-posts.json"]
    },
    local.listing["label_posts"],
    {
      sid     = "PostsTable"
      actions = ["glue:GetTable"]
      resources = [
        "${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.silver}", "${local.glue_arn}:table/${var.lake.databases.silver}/tweets",
      ]
    },
    {
      sid     = "LabelTables"
      actions = local.write_tables
      resources = concat(
        ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.gold}"],
        [for table in local.label_tables : "${local.glue_arn}:table/${var.lake.databases.gold}/${table}"],
      )
    },
  ]

  # It reads what it counts, and writes what the page shows, and the page.
  to_gold_permissions = concat(local.counting, flatten([for bucket in var.lake.page[*] : [
    {
      sid       = "PageOnTheWeb"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${bucket.arn}/${local.page}"]
    },
    {
      sid       = "PageOnTheWebThatThereIs"
      actions   = ["s3:ListBucket"]
      resources = [bucket.arn]
    },
  ]]))

  counting = [
    {
      sid     = "Counted"
      actions = ["s3:GetObject"]
      resources = concat(
        [for table in ["bronze/media", "bronze/tweets", "silver/places", "silver/tweets"] : "${local.bucket}/${table}/*"],
        [for table in local.label_tables : "${local.bucket}/gold/${table}/*"],
        [for layer in ["bronze", "silver"] : "${local.bucket}/quarantine/${layer}.*"],
        ["${local.bucket}/state/collector/*"],
      )
    },
    {
      sid       = "CountFiles"
      actions   = local.write_files
      resources = [for table in local.count_tables : "${local.bucket}/gold/${table}/*"]
    },
    {
      sid       = "ReadDaysPage"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = [for key in ["state/gold/to-gold.json", "state/gold/to-gold-runs.json", local.page] : "${local.bucket}/${key}"]
    },
    local.listing["to_gold"],
    {
      sid     = "CountedTables"
      actions = ["glue:GetTable"]
      resources = concat(
        ["${local.glue_arn}:catalog"],
        [for database in values(var.lake.databases) : "${local.glue_arn}:database/${database}"],
        [for table in ["media", "tweets"] : "${local.glue_arn}:table/${var.lake.databases.bronze}/${table}"],
        [for table in ["places", "tweets"] : "${local.glue_arn}:table/${var.lake.databases.silver}/${table}"],
        [for table in local.label_tables : "${local.glue_arn}:table/${var.lake.databases.gold}/${table}"],
      )
    },
    {
      sid     = "CountTables"
      actions = local.write_tables
      resources = concat(
        ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.databases.gold}"],
        [for table in local.count_tables : "${local.glue_arn}:table/${var.lake.databases.gold}/${table}"],
      )
    },
  ]

  # What people look at.
  page = "dashboard.html"

  folders = ["bronze", "gold", "originals", "quarantine", "raw", "silver", "state"]

  # What must not come back.
  tombstones = {
    sid       = "Tombstones"
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket}/state/forgotten/*"]
  }

  token = {
    sid     = "Token"
    actions = ["secretsmanager:GetSecretValue"]
    # Secrets Manager appends a hyphen and six characters to the name.
    resources = ["${local.secret_arn}-??????"]
  }

  # Iceberg deletes files of commits that did not happen, and metadata files that are no longer kept.
  write_files  = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
  write_tables = ["glue:CreateTable", "glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]

  # Without leave to list, S3 says 403 instead of 404 of an object that is not there, and it is not said anywhere whether it
  # looks at the prefix then. IfExists holds either way.
  listing = {
    for function, prefixes in {
      get_tweets  = ["raw/*", "state/*", "quarantine/raw/*"]
      process_raw = ["raw/*", "state/journal/*", "state/forgotten/*"]
      maintain    = ["bronze/*", "gold/*", "silver/*"]
      forget      = ["bronze/*", "gold/*", "originals/*", "quarantine/*", "raw/*", "silver/*", "state/*"]
      comply      = ["state/compliance/*", "state/forget-requests/*", "state/forgotten/*"]
      label_posts = ["state/gold/*"]
      to_gold     = ["quarantine/bronze.*", "quarantine/silver.*", "state/collector/*", "state/gold/*", local.page]
      } : function => {
      sid        = "WhatIsThere"
      actions    = ["s3:ListBucket"]
      resources  = [local.bucket]
      conditions = [{ test = "StringLikeIfExists", variable = "s3:prefix", values = prefixes }]
    }
  }

  # S3 for the lake; whoever asks X reads the token too.
  key_permissions = {
    for key in keys(local.function_arns) : key => var.lake.kms_key_arn == null ? [] : [{
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [var.lake.kms_key_arn]
      conditions = [{
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = [for service in contains(["get_tweets", "comply"], key) ? ["s3", "secretsmanager"] : ["s3"] : "${service}.${local.region}.amazonaws.com"]
      }]
    }]
  }
}
