# The most that a role of an environment can do, whatever policy a deployment gives it. What a function really may do is less:
# see the table in terraform/README.md.

data "aws_iam_policy_document" "boundary" {
  for_each = local.names

  statement {
    sid       = "Objects"
    actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = concat(["${each.value.lake}/*", "${each.value.results}/*"], var.environments[each.key].page ? ["${each.value.page}/dashboard.html"] : [])
  }

  # Nothing that runs deletes a raw page.
  statement {
    sid       = "TableFiles"
    actions   = ["s3:DeleteObject"]
    resources = [for folder in ["bronze", "silver", "gold", "state/forget-requests"] : "${each.value.lake}/${folder}/*"]
  }

  # How far a subject was collected goes when the subject is forgotten.
  statement {
    sid       = "Checkpoints"
    actions   = ["s3:DeleteObject"]
    resources = ["${each.value.lake}/state/collector/*"]

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [each.value.forget]
    }
  }

  # What was replaced goes before its age when somebody must be forgotten, and for nothing else.
  statement {
    sid       = "OldVersions"
    actions   = ["s3:DeleteObjectVersion"]
    resources = ["${each.value.lake}/*", "${each.value.results}/*"]

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [each.value.forget]
    }
  }

  statement {
    sid       = "Bucket"
    actions   = ["s3:ListBucket"]
    resources = concat([each.value.lake], var.environments[each.key].page ? [each.value.page] : [], var.environments[each.key].quicksight ? [each.value.results] : [])
  }

  statement {
    sid       = "Buckets"
    actions   = ["s3:GetBucketLocation", "s3:ListBucketVersions"]
    resources = [each.value.lake, each.value.results]
  }

  # Questions of analysts.
  statement {
    sid       = "Ask"
    actions   = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution", "athena:StopQueryExecution"]
    resources = [each.value.workgroup]
  }

  statement {
    sid       = "Tables"
    actions   = ["glue:CreateTable", "glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]
    resources = concat([each.value.catalog], each.value.layers, each.value.tables)
  }

  statement {
    sid       = "Facts"
    actions   = ["glue:GetDatabase", "glue:GetTable"]
    resources = each.value.facts
  }

  # What QuickSight asks of Athena beyond that.
  dynamic "statement" {
    for_each = var.environments[each.key].quicksight ? ["quicksight"] : []

    content {
      sid = "QuickSight"
      actions = [
        "athena:GetDataCatalog", "athena:GetDatabase", "athena:GetQueryResultsStream", "athena:GetTableMetadata", "athena:ListDatabases",
        "athena:ListTableMetadata",
      ]
      resources = [each.value.workgroup, "${local.arn.athena}:datacatalog/AwsDataCatalog"]
    }
  }

  dynamic "statement" {
    for_each = var.environments[each.key].quicksight ? ["quicksight"] : []

    content {
      sid       = "QuickSightTables"
      actions   = ["glue:GetDatabases", "glue:GetPartitions", "glue:GetTables"]
      resources = [each.value.catalog, "${local.arn.glue}:database/${each.key}_gold", "${local.arn.glue}:table/${each.key}_gold/*"]
    }
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
    sid       = "Machines"
    actions   = ["states:ListExecutions", "states:StartExecution"]
    resources = ["${local.arn.states}:stateMachine:${each.value.name}-*"]
  }

  statement {
    sid       = "Executions"
    actions   = ["states:DescribeExecution", "states:StopExecution"]
    resources = ["${local.arn.states}:execution:${each.value.name}-*:*"]
  }

  # How Step Functions learns of the end of an execution that another one waits for.
  statement {
    sid       = "Ends"
    actions   = ["events:DescribeRule", "events:PutRule", "events:PutTargets"]
    resources = ["${local.arn.events}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"]
  }

  statement {
    sid       = "NotStarted"
    actions   = ["sqs:SendMessage"]
    resources = ["${local.arn.sqs}:${each.value.name}-*-not-started"]
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${local.arn.logs}:log-group:/aws/lambda/${each.value.name}-*", "${local.arn.logs}:log-group:/aws/vendedlogs/states/${each.value.name}-*"]
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
