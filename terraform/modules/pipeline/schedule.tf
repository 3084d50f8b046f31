resource "aws_scheduler_schedule_group" "machine" {
  for_each = local.scheduled

  name = each.value.name
}

resource "aws_scheduler_schedule" "machine" {
  for_each = local.scheduled

  name                         = each.value.name
  group_name                   = aws_scheduler_schedule_group.machine[each.key].name
  description                  = "Starts ${each.value.what}."
  schedule_expression          = "cron(${each.value.minute} ${join(",", [for start in each.value.hours : tonumber(start)])} * * ? *)"
  schedule_expression_timezone = var.schedule.time_zone
  state                        = each.value.enabled ? "ENABLED" : "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.machine[each.key].arn
    role_arn = aws_iam_role.schedule[each.key].arn
    input    = each.value.input

    dead_letter_config {
      arn = aws_sqs_queue.not_started[each.key].arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }

  lifecycle {
    precondition {
      condition     = min(each.value.pauses...) * 3600 > each.value.seconds
      error_message = "The schedule starts ${each.value.what} before the last one must have ended: it may take ${each.value.seconds} seconds (TimeoutSeconds of the definition)."
    }
  }

  depends_on = [aws_iam_role_policy.schedule]
}

# Starts that Step Functions did not take.
resource "aws_sqs_queue" "not_started" {
  for_each = merge(local.scheduled, local.following)

  name                      = "${each.value.name}-not-started"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = var.lake.kms_key_arn == null ? true : null
  kms_master_key_id         = var.lake.kms_key_arn
}

data "aws_iam_policy_document" "schedule_trust" {
  for_each = local.scheduled

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:scheduler:${local.region}:${var.account_id}:schedule-group/${each.value.name}"]
    }
  }
}

resource "aws_iam_role" "schedule" {
  for_each = local.scheduled

  name                 = "${each.value.name}-schedule"
  path                 = var.role_path
  description          = "Starts ${each.value.name}."
  assume_role_policy   = data.aws_iam_policy_document.schedule_trust[each.key].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "schedule" {
  for_each = local.scheduled

  statement {
    sid       = "Start"
    actions   = ["states:StartExecution"]
    resources = [local.state_machine_arns[each.key]]
  }

  statement {
    sid       = "NotStarted"
    actions   = ["sqs:SendMessage"]
    resources = [local.queue_arns[each.key]]
  }

  dynamic "statement" {
    for_each = var.lake.kms_key_arn == null ? [] : [var.lake.kms_key_arn]

    content {
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["sqs.${local.region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "schedule" {
  for_each = local.scheduled

  name   = "schedule"
  role   = aws_iam_role.schedule[each.key].name
  policy = data.aws_iam_policy_document.schedule[each.key].json
}
