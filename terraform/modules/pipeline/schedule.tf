locals {
  # Hours from each start to the next one, around the clock: {7, 14, 21} gives 7, 7, 10.
  starts = sort(formatlist("%02d", tolist(var.schedule.hours)))
  pauses = [
    for index, start in local.starts :
    tonumber(element(local.starts, index + 1)) - tonumber(start) + (index + 1 < length(local.starts) ? 0 : 24)
  ]

  run_seconds = jsondecode(file(var.definition_file)).TimeoutSeconds

  # Of a subject only what is said.
  input = jsonencode({
    subjects = [for subject in var.subjects : { for key, value in subject : key => value if value != null }]
  })
}

resource "aws_scheduler_schedule_group" "ingest" {
  name = local.state_machine_name
}

resource "aws_scheduler_schedule" "ingest" {
  name                         = local.state_machine_name
  group_name                   = aws_scheduler_schedule_group.ingest.name
  description                  = "Starts a run."
  schedule_expression          = "cron(0 ${join(",", [for start in local.starts : tonumber(start)])} * * ? *)"
  schedule_expression_timezone = var.schedule.time_zone
  state                        = var.schedule.enabled ? "ENABLED" : "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.ingest.arn
    role_arn = aws_iam_role.schedule.arn
    input    = local.input

    dead_letter_config {
      arn = aws_sqs_queue.not_started.arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }

  lifecycle {
    precondition {
      condition     = min(local.pauses...) * 3600 > local.run_seconds
      error_message = "The schedule starts a run before the last one must have ended: a run may take ${local.run_seconds} seconds (TimeoutSeconds of the definition)."
    }
  }

  depends_on = [aws_iam_role_policy.schedule]
}

# Starts that Step Functions did not take.
resource "aws_sqs_queue" "not_started" {
  name                      = "${local.state_machine_name}-not-started"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = var.lake.kms_key_arn == null ? true : null
  kms_master_key_id         = var.lake.kms_key_arn
}

data "aws_iam_policy_document" "schedule_trust" {
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
      values   = ["arn:${local.partition}:scheduler:${local.region}:${var.account_id}:schedule-group/${local.state_machine_name}"]
    }
  }
}

resource "aws_iam_role" "schedule" {
  name                 = "${local.state_machine_name}-schedule"
  path                 = var.role_path
  description          = "Starts ${local.state_machine_name}."
  assume_role_policy   = data.aws_iam_policy_document.schedule_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "schedule" {
  statement {
    sid       = "Start"
    actions   = ["states:StartExecution"]
    resources = [local.state_machine_arn]
  }

  statement {
    sid       = "NotStarted"
    actions   = ["sqs:SendMessage"]
    resources = [local.queue_arn]
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
  name   = "schedule"
  role   = aws_iam_role.schedule.name
  policy = data.aws_iam_policy_document.schedule.json
}
