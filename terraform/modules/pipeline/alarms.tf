locals {
  execution = {
    namespace  = "AWS/States"
    dimensions = { StateMachineArn = local.state_machine_arn }
  }
  lake_metric = {
    namespace  = "FedByTweets"
    dimensions = { Environment = var.environment }
  }
  queue = {
    namespace  = "AWS/SQS"
    dimensions = { QueueName = aws_sqs_queue.not_started.name }
  }
  # Raised by a single count, within five minutes.
  once = {
    threshold  = 1
    statistic  = "Sum"
    period     = 300
    periods    = 1
    comparison = "GreaterThanOrEqualToThreshold"
    missing    = "notBreaching"
  }

  alarms = merge(
    {
      failed = merge(local.execution, local.once, {
        metric      = "ExecutionsFailed"
        description = "A run failed. The execution's cause says which step and why."
      })
      timed-out = merge(local.execution, local.once, {
        metric      = "ExecutionsTimedOut"
        description = "A run took longer than ${local.run_seconds} seconds and was stopped. The next one goes on where it stopped."
      })
      aborted = merge(local.execution, local.once, {
        metric      = "ExecutionsAborted"
        description = "Somebody stopped a run. The next one goes on where it stopped."
      })
      throttled = merge(local.execution, local.once, {
        metric      = "ExecutionThrottled"
        description = "Step Functions slowed a run down: the account enters too many states at once."
      })
      not-started = merge(local.queue, local.once, {
        metric      = "ApproximateNumberOfMessagesVisible"
        statistic   = "Maximum"
        description = "The schedule could not start a run. The message in ${local.state_machine_name}-not-started says why."
      })
      payment-required = merge(local.lake_metric, local.once, {
        metric      = "PaymentRequired"
        description = "X answered that the account is out of credits (402) or has used up its month (429, UsageCapExceeded). Nothing is collected until there are some, or until the next month; what is older than seven days by then becomes a gap."
      })
      gaps = merge(local.lake_metric, local.once, {
        metric      = "Gaps"
        description = "A span of time could not be collected and was put on record in the subject's checkpoint."
      })
      rows-quarantined = merge(local.lake_metric, local.once, {
        metric      = "RowsQuarantined"
        description = "Rows could not be used. They lie in quarantine/, each with its reason."
      })
      clock-off = merge(local.lake_metric, local.once, {
        metric      = "ClockOff"
        description = "The clock of a function is more than a minute off X's. From five minutes on nothing is collected."
      })
      charge = merge(local.lake_metric, local.once, {
        metric      = "EstimatedChargeUsd"
        period      = 86400
        threshold   = var.daily_charge_alarm_usd
        description = "The posts read in a day are estimated to cost ${var.daily_charge_alarm_usd} US dollars or more at X. The limits of lake.yaml say how many a subject may read."
      })
    },
    {
      # An hour more than the longest pause: no hour without a start may be one too many.
      for key in var.schedule.enabled ? ["missing"] : [] : key => merge(local.execution, {
        metric      = "ExecutionsStarted"
        statistic   = "Sum"
        period      = 3600
        periods     = max(local.pauses...) + 1
        threshold   = 1
        comparison  = "LessThanThreshold"
        missing     = "breaching"
        description = "No run was started for ${max(local.pauses...) + 1} hours, though there should have been one."
      })
    },
  )
}

# A key of one's own must let CloudWatch use it, or no alarm reaches the topic: see docs/operations.md.
resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.lake.kms_key_arn
}

data "aws_iam_policy_document" "alarms" {
  statement {
    sid       = "Alarms"
    actions   = ["sns:Publish"]
    resources = [local.topic_arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:cloudwatch:${local.region}:${var.account_id}:alarm:${var.name}-*"]
    }
  }
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms.json
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_cloudwatch_metric_alarm" "ingest" {
  for_each = local.alarms

  alarm_name          = "${local.state_machine_name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = each.value.period
  evaluation_periods  = each.value.periods
  threshold           = each.value.threshold
  comparison_operator = each.value.comparison
  treat_missing_data  = each.value.missing
  alarm_actions       = [local.topic_arn]
  ok_actions          = [local.topic_arn]

  depends_on = [aws_sns_topic_policy.alarms]
}

# The whole account: what an environment alone costs AWS knows only where its tag was made a cost allocation tag.
resource "aws_budgets_budget" "account" {
  count = var.monthly_budget_usd == null ? 0 : 1

  name         = var.name
  budget_type  = "COST"
  limit_amount = format("%.2f", var.monthly_budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = { ACTUAL = 80, FORECASTED = 100 }

    content {
      notification_type          = notification.key
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      comparison_operator        = "GREATER_THAN"
      subscriber_email_addresses = var.alarm_emails
    }
  }
}
