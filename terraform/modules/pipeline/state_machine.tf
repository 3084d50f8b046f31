resource "aws_cloudwatch_log_group" "state_machine" {
  for_each = local.machines

  # Log groups of this prefix need no resource policy, of which an account has few.
  name              = "/aws/vendedlogs/states/${each.value.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.lake.kms_key_arn
}

resource "aws_sfn_state_machine" "machine" {
  for_each = local.machines

  name     = each.value.name
  role_arn = aws_iam_role.state_machine[each.key].arn
  type     = "STANDARD"

  # A run keeps the versions of the functions with which it started, so a deployment reaches the next one.
  definition = templatefile(each.value.definition_file, merge(
    { for key in each.value.functions : "${key}_arn" => module.function[key].version_arn },
    lookup(local.other_placeholders, each.key, {}),
  ))

  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "${aws_cloudwatch_log_group.state_machine[each.key].arn}:*"
  }

  tracing_configuration {
    enabled = true
  }

  # Step Functions checks at once whether its role may write the log.
  depends_on = [aws_iam_role_policy.state_machine]
}

data "aws_iam_policy_document" "state_machine_trust" {
  for_each = local.machines

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
      values   = [local.state_machine_arns[each.key]]
    }
  }
}

resource "aws_iam_role" "state_machine" {
  for_each = local.machines

  name                 = each.value.name
  path                 = var.role_path
  description          = "What ${each.value.name} may do."
  assume_role_policy   = data.aws_iam_policy_document.state_machine_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "state_machine" {
  for_each = local.machines

  statement {
    sid       = "Functions"
    actions   = ["lambda:InvokeFunction"]
    resources = [for key in each.value.functions : "${local.function_arns[key]}:*"]
  }

  dynamic "statement" {
    for_each = each.key == "forget" ? ["writers"] : []

    content {
      sid       = "Writers"
      actions   = ["states:ListExecutions"]
      resources = distinct(values(local.other_placeholders.forget))
    }
  }

  dynamic "statement" {
    for_each = each.key == "forget" ? ["writers"] : []

    content {
      sid       = "TheirExecutions"
      actions   = ["states:DescribeExecution"]
      resources = [for machine in distinct(values(local.other_placeholders.forget)) : "${replace(machine, ":stateMachine:", ":execution:")}:*"]
    }
  }

  dynamic "statement" {
    for_each = local.started[each.key]

    content {
      sid       = "Start"
      actions   = ["states:StartExecution"]
      resources = [statement.value]
    }
  }

  # Stopped along with the execution that waits for it.
  dynamic "statement" {
    for_each = local.started[each.key]

    content {
      sid       = "ItsExecutions"
      actions   = ["states:DescribeExecution", "states:StopExecution"]
      resources = ["${replace(statement.value, ":stateMachine:", ":execution:")}:*"]
    }
  }

  # Step Functions learns by a rule of this name that an execution which it waits for has ended.
  dynamic "statement" {
    for_each = local.started[each.key]

    content {
      sid       = "ItsEnd"
      actions   = ["events:DescribeRule", "events:PutRule", "events:PutTargets"]
      resources = ["arn:${local.partition}:events:${local.region}:${var.account_id}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"]
    }
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
  for_each = local.machines

  name   = "state-machine"
  role   = aws_iam_role.state_machine[each.key].name
  policy = data.aws_iam_policy_document.state_machine[each.key].json
}
