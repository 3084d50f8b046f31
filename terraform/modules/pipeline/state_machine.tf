resource "aws_cloudwatch_log_group" "state_machine" {
  # Log groups of this prefix need no resource policy, of which an account has few.
  name              = "/aws/vendedlogs/states/${local.state_machine_name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.lake.kms_key_arn
}

resource "aws_sfn_state_machine" "ingest" {
  name     = local.state_machine_name
  role_arn = aws_iam_role.state_machine.arn
  type     = "STANDARD"

  # A run keeps the versions of the functions with which it started, so a deployment reaches the next one.
  definition = templatefile(var.definition_file, { for key, function in module.function : "${key}_arn" => function.version_arn })

  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "${aws_cloudwatch_log_group.state_machine.arn}:*"
  }

  tracing_configuration {
    enabled = true
  }

  # Step Functions checks at once whether its role may write the log.
  depends_on = [aws_iam_role_policy.state_machine]
}

data "aws_iam_policy_document" "state_machine_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.state_machine_arn]
    }
  }
}

resource "aws_iam_role" "state_machine" {
  name                 = local.state_machine_name
  path                 = var.role_path
  description          = "What ${local.state_machine_name} may do."
  assume_role_policy   = data.aws_iam_policy_document.state_machine_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "state_machine" {
  statement {
    sid       = "Functions"
    actions   = ["lambda:InvokeFunction"]
    resources = [for arn in values(local.function_arns) : "${arn}:*"]
  }

  # CloudWatch Logs knows no resources for log deliveries.
  statement {
    sid = "LogDelivery"
    actions = [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
    ]
    resources = ["*"]
  }

  # X-Ray knows no resources for these.
  statement {
    sid = "Trace"
    actions = [
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "state_machine" {
  name   = "state-machine"
  role   = aws_iam_role.state_machine.name
  policy = data.aws_iam_policy_document.state_machine.json
}
