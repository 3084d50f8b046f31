# Who asks questions: Athena in the workgroup, what it needs to read of silver, gold and facts, and the page. Nothing of raw, no bronze, no
# state, no quarantine.

data "aws_region" "current" {}

locals {
  analysts = length(var.analysts) == 0 ? [] : ["analyst"]
  asked    = concat(["silver", "gold"], length(var.facts) == 0 ? [] : ["facts"])

  glue_arn      = "arn:${data.aws_partition.current.partition}:glue:${data.aws_region.current.name}:${var.account_id}"
  workgroup_arn = "arn:${data.aws_partition.current.partition}:athena:${data.aws_region.current.name}:${var.account_id}:workgroup/${aws_athena_workgroup.lake.name}"
}

data "aws_iam_policy_document" "analyst_trust" {
  for_each = toset(local.analysts)

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = var.analysts
    }
  }
}

data "aws_iam_policy_document" "analyst" {
  for_each = toset(local.analysts)

  statement {
    sid       = "Ask"
    actions   = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution", "athena:StopQueryExecution"]
    resources = [local.workgroup_arn]
  }

  statement {
    sid     = "Tables"
    actions = ["glue:GetDatabase", "glue:GetTable"]
    resources = concat(
      ["${local.glue_arn}:catalog"],
      [for layer in local.asked : "${local.glue_arn}:database/${var.environment}_${layer}"],
      [for layer in local.asked : "${local.glue_arn}:table/${var.environment}_${layer}/*"],
    )
  }

  statement {
    sid       = "Files"
    actions   = ["s3:GetObject"]
    resources = concat([for layer in local.asked : "${local.bucket_arn}/${layer}/*"], ["${local.bucket_arn}/dashboard.html"])
  }

  statement {
    sid       = "Results"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = ["${local.results_arn}/*"]
  }

  statement {
    sid       = "ResultsBucket"
    actions   = ["s3:GetBucketLocation"]
    resources = [local.results_arn]
  }

  dynamic "statement" {
    for_each = var.kms_key_arn == null ? [] : [var.kms_key_arn]

    content {
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["s3.${data.aws_region.current.name}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role" "analyst" {
  for_each = toset(local.analysts)

  name                 = "${var.name}-analyst"
  path                 = var.role_path
  description          = "Asks Athena about silver and gold of ${var.environment}, and reads nothing else."
  assume_role_policy   = data.aws_iam_policy_document.analyst_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "analyst" {
  for_each = toset(local.analysts)

  name   = "analyst"
  role   = aws_iam_role.analyst[each.key].name
  policy = data.aws_iam_policy_document.analyst[each.key].json
}
