locals {
  alarms = var.alarms_enabled ? {
    errors = {
      description = "${var.name} failed three times within 15 minutes. Single failures heal by being retried. Its log says why."
      metric      = "Errors"
      statistic   = "Sum"
      period      = 900
      threshold   = 3
    }
    throttles = {
      description = "Lambda refused to start ${var.name}: the account runs as many functions at once as it may."
      metric      = "Throttles"
      statistic   = "Sum"
      period      = 300
      threshold   = 1
    }
    duration = {
      description = "An invocation of ${var.name} took nearly all of its ${var.timeout_seconds} seconds: Lambda will stop one soon. It stops by itself earlier when it can."
      metric      = "Duration"
      statistic   = "Maximum"
      period      = 300
      threshold   = var.timeout_seconds * 1000 * 0.98
    }
  } : {}

  told = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "function" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = "AWS/Lambda"
  metric_name         = each.value.metric
  dimensions          = { FunctionName = aws_lambda_function.function.function_name }
  statistic           = each.value.statistic
  period              = each.value.period
  evaluation_periods  = 1
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.told
  ok_actions          = local.told
}
