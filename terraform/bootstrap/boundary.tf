# The most that a role of an environment can do, whatever policy a deployment gives it. What a function really may do is less:
# see the table in terraform/README.md.

data "aws_iam_policy_document" "boundary" {
  for_each = local.names

  statement {
    sid       = "Objects"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = ["${each.value.lake}/*"]
  }

  # Nothing that runs deletes a raw page or a checkpoint.
  statement {
    sid       = "TableFiles"
    actions   = ["s3:DeleteObject"]
    resources = ["${each.value.lake}/bronze/*", "${each.value.lake}/silver/*"]
  }

  statement {
    sid       = "Bucket"
    actions   = ["s3:ListBucket"]
    resources = [each.value.lake]
  }

  statement {
    sid       = "Tables"
    actions   = ["glue:CreateTable", "glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]
    resources = concat([each.value.catalog], each.value.layers, each.value.tables)
  }

  statement {
    sid       = "Token"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [each.value.secret]
  }

  statement {
    sid       = "Functions"
    actions   = ["lambda:InvokeFunction"]
    resources = [each.value.functions]
  }

  statement {
    sid       = "Start"
    actions   = ["states:StartExecution"]
    resources = [each.value.state_machine]
  }

  statement {
    sid       = "NotStarted"
    actions   = ["sqs:SendMessage"]
    resources = [each.value.queue]
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = each.value.log_groups
  }

  # The key that encrypts everything, if one is asked for. Its own policy says who else may use it.
  statement {
    sid       = "Key"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["${local.arn.kms}:key/*"]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = [for service in ["s3", "secretsmanager", "sqs"] : "${service}.${var.region}.amazonaws.com"]
    }
  }

  # These services know no resources for these.
  statement {
    sid = "LogDeliveryTrace"
    actions = [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "boundary" {
  for_each = local.names

  name        = "${each.key}-boundary"
  path        = "/fed-by-tweets/"
  description = "The most that a role of ${each.key} can do."
  policy      = data.aws_iam_policy_document.boundary[each.key].json
}
