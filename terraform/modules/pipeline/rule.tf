# What follows a run that has succeeded: EventBridge hears of its end and starts it. An end of which EventBridge does not hear is
# made up for after the next run, and one of which it hears twice does no harm.

resource "aws_cloudwatch_event_rule" "ingested" {
  for_each = local.following

  name        = each.value.name
  description = "Starts ${each.value.what} when a run has succeeded."

  event_pattern = jsonencode({
    source      = ["aws.states"]
    detail-type = ["Step Functions Execution Status Change"]
    detail = {
      stateMachineArn = [local.state_machine_arns.ingest]
      status          = ["SUCCEEDED"]
    }
  })
}

resource "aws_cloudwatch_event_target" "ingested" {
  for_each = local.following

  rule      = aws_cloudwatch_event_rule.ingested[each.key].name
  target_id = each.key
  arn       = aws_sfn_state_machine.machine[each.key].arn
  role_arn  = aws_iam_role.rule[each.key].arn

  # Which run it follows, for people; not what that run said.
  input_transformer {
    input_paths    = { execution = "$.detail.executionArn" }
    input_template = "{\"after\": <execution>}"
  }

  dead_letter_config {
    arn = aws_sqs_queue.not_started[each.key].arn
  }

  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 10
  }

  depends_on = [aws_iam_role_policy.rule, aws_sqs_queue_policy.not_started]
}

# EventBridge takes no role for what it puts into the queue: the queue lets the rule.
data "aws_iam_policy_document" "not_started" {
  for_each = local.following

  statement {
    sid       = "NotStarted"
    actions   = ["sqs:SendMessage"]
    resources = [local.queue_arns[each.key]]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.rule_arns[each.key]]
    }
  }
}

resource "aws_sqs_queue_policy" "not_started" {
  for_each = local.following

  queue_url = aws_sqs_queue.not_started[each.key].url
  policy    = data.aws_iam_policy_document.not_started[each.key].json
}

data "aws_iam_policy_document" "rule_trust" {
  for_each = local.following

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.rule_arns[each.key]]
    }
  }
}

resource "aws_iam_role" "rule" {
  for_each = local.following

  name                 = "${each.value.name}-rule"
  path                 = var.role_path
  description          = "Starts ${each.value.name}."
  assume_role_policy   = data.aws_iam_policy_document.rule_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "rule" {
  for_each = local.following

  statement {
    sid       = "Start"
    actions   = ["states:StartExecution"]
    resources = [local.state_machine_arns[each.key]]
  }
}

resource "aws_iam_role_policy" "rule" {
  for_each = local.following

  name   = "rule"
  role   = aws_iam_role.rule[each.key].name
  policy = data.aws_iam_policy_document.rule[each.key].json
}
