locals {
  lake_metric = {
    namespace  = "FedByTweets"
    dimensions = { Environment = var.environment }
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

  machine_alarms = merge([
    for key, machine in local.machines : {
      for alarm, definition in merge(
        {
          failed = merge(local.once, {
            metric      = "ExecutionsFailed"
            description = "${machine.name} failed. The execution's cause says which step and why."
          })
          timed-out = merge(local.once, {
            metric      = "ExecutionsTimedOut"
            description = "${machine.name} took longer than ${machine.seconds} seconds and was stopped. The next execution goes on where it stopped."
          })
          aborted = merge(local.once, {
            metric      = "ExecutionsAborted"
            description = "Somebody stopped ${machine.name}. The next execution goes on where it stopped."
          })
          throttled = merge(local.once, {
            metric      = "ExecutionThrottled"
            description = "Step Functions slowed ${machine.name} down: the account enters too many states at once."
          })
        },
        # An hour more than the longest pause: no hour without a start may be one too many.
        {
          for missing in machine.enabled ? ["missing"] : [] : missing => {
            metric      = "ExecutionsStarted"
            statistic   = "Sum"
            period      = 3600
            periods     = max(machine.pauses...) + 1
            threshold   = 1
            comparison  = "LessThanThreshold"
            missing     = "breaching"
            description = "${machine.name} was not started for ${max(machine.pauses...) + 1} hours, though it should have been."
          }
        },
        ) : "${key}-${alarm}" => merge(definition, {
          name       = "${machine.name}-${alarm}"
          namespace  = "AWS/States"
          dimensions = { StateMachineArn = local.state_machine_arns[key] }
      })
    }
  ]...)

  queue_alarms = {
    for key, queue in aws_sqs_queue.not_started : "${key}-not-started" => merge(local.once, {
      name        = queue.name
      namespace   = "AWS/SQS"
      dimensions  = { QueueName = queue.name }
      metric      = "ApproximateNumberOfMessagesVisible"
      statistic   = "Maximum"
      description = "Step Functions did not start ${local.machines[key].what}. The message in ${queue.name} says why."
    })
  }

  lake_alarms = {
    for alarm, definition in {
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
    } : "ingest-${alarm}" => merge(definition, { name = "${local.machines.ingest.name}-${alarm}" })
  }

  # X and the GDPR give 24 hours, or a month.
  forget_alarms = {
    for alarm, definition in {
      overdue = merge(local.lake_metric, local.once, {
        metric      = "RequestAgeHours"
        statistic   = "Maximum"
        threshold   = 20
        description = "A request to forget came 20 hours ago or earlier and is not fulfilled. X wants it to be within 24 hours."
      })
    } : "forget-${alarm}" => merge(definition, { name = "${var.name}-forget-${alarm}" }) if var.forget.enabled
  }

  # A check is begun every 24 hours and has 24 to its proof, so two successes are never 48 hours apart.
  comply_alarms = {
    for alarm, definition in {
      overdue = {
        namespace   = "AWS/States"
        dimensions  = { StateMachineArn = lookup(local.state_machine_arns, "comply", "") }
        metric      = "ExecutionsSucceeded"
        statistic   = "Sum"
        period      = 3600
        periods     = 48
        threshold   = 1
        comparison  = "LessThanThreshold"
        missing     = "breaching"
        description = "No compliance check was fulfilled for 48 hours: what X says is gone may be in the lake for longer than 24."
      }
    } : "comply-${alarm}" => merge(definition, { name = "${var.name}-comply-${alarm}" }) if var.comply.enabled
  }

  alarms = merge(local.machine_alarms, local.queue_alarms, local.lake_alarms, local.forget_alarms, local.comply_alarms)
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

resource "aws_cloudwatch_metric_alarm" "lake" {
  for_each = local.alarms

  alarm_name          = each.value.name
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
