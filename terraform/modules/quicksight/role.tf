# What QuickSight may read: gold, through Athena. A person chooses this role in QuickSight, which has one for all of an account.

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  partition  = data.aws_partition.current.partition
  region     = data.aws_region.current.name
  glue_arn   = "arn:${local.partition}:glue:${local.region}:${var.account_id}"
  athena_arn = "arn:${local.partition}:athena:${local.region}:${var.account_id}"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["quicksight.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "quicksight" {
  statement {
    sid = "Ask"
    actions = [
      "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetQueryResultsStream", "athena:GetWorkGroup", "athena:StartQueryExecution",
      "athena:StopQueryExecution",
    ]
    resources = ["${local.athena_arn}:workgroup/${var.lake.workgroup}"]
  }

  statement {
    sid       = "Catalog"
    actions   = ["athena:GetDataCatalog", "athena:GetDatabase", "athena:GetTableMetadata", "athena:ListDatabases", "athena:ListTableMetadata"]
    resources = ["${local.athena_arn}:datacatalog/AwsDataCatalog"]
  }

  statement {
    sid       = "Tables"
    actions   = ["glue:GetDatabase", "glue:GetDatabases", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"]
    resources = ["${local.glue_arn}:catalog", "${local.glue_arn}:database/${var.lake.database}", "${local.glue_arn}:table/${var.lake.database}/*"]
  }

  # Not the labels of single posts.
  statement {
    sid       = "Files"
    actions   = ["s3:GetObject"]
    resources = [for table in keys(local.tables) : "${var.lake.bucket.arn}/gold/${table}/*"]
  }

  statement {
    sid       = "Results"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = ["${var.lake.results.arn}/*"]
  }

  statement {
    sid       = "ResultsBucket"
    actions   = ["s3:GetBucketLocation", "s3:ListBucket"]
    resources = [var.lake.results.arn]
  }

  dynamic "statement" {
    for_each = var.lake.kms_key_arn[*]

    content {
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["s3.${local.region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role" "quicksight" {
  name                 = "${var.name}-quicksight"
  path                 = var.role_path
  description          = "Asks Athena about gold of ${var.environment}, for QuickSight."
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "quicksight" {
  name   = "quicksight"
  role   = aws_iam_role.quicksight.name
  policy = data.aws_iam_policy_document.quicksight.json
}
