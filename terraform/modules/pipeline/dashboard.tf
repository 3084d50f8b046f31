locals {
  # Each: title, metrics (one line each), statistic.
  widgets = [
    {
      title     = "Runs"
      statistic = "Sum"
      metrics = [
        for metric in ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"] :
        ["AWS/States", metric, "StateMachineArn", local.state_machine_arn]
      ]
    },
    {
      title     = "How long a run takes, ms"
      statistic = "Maximum"
      metrics   = [["AWS/States", "ExecutionTime", "StateMachineArn", local.state_machine_arn]]
    },
    {
      title     = "Posts read"
      statistic = "Sum"
      metrics   = [["FedByTweets", "PostsRead", "Environment", var.environment]]
    },
    {
      title     = "Charge of X to expect, US dollars"
      statistic = "Sum"
      metrics   = [["FedByTweets", "EstimatedChargeUsd", "Environment", var.environment]]
    },
    {
      title     = "To look at"
      statistic = "Sum"
      metrics   = [for metric in ["Gaps", "RowsQuarantined", "PaymentRequired", "ClockOff"] : ["FedByTweets", metric, "Environment", var.environment]]
    },
    {
      title     = "Starts that failed"
      statistic = "Maximum"
      metrics   = [["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.not_started.name]]
    },
    {
      title     = "How long functions take, ms"
      statistic = "Maximum"
      metrics   = [for function in values(local.functions) : ["AWS/Lambda", "Duration", "FunctionName", function.name]]
    },
    {
      title     = "Errors of functions"
      statistic = "Sum"
      metrics   = [for function in values(local.functions) : ["AWS/Lambda", "Errors", "FunctionName", function.name]]
    },
  ]
}

resource "aws_cloudwatch_dashboard" "ingest" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = concat(
      [
        for index, widget in local.widgets : {
          type   = "metric"
          x      = index % 2 * 12
          y      = floor(index / 2) * 6
          width  = 12
          height = 6
          properties = {
            title   = widget.title
            region  = local.region
            stat    = widget.statistic
            period  = 3600
            view    = "timeSeries"
            metrics = widget.metrics
          }
        }
      ],
      [{
        type   = "log"
        x      = 0
        y      = ceil(length(local.widgets) / 2) * 6
        width  = 24
        height = 6
        properties = {
          title  = "Warnings and errors of the functions"
          region = local.region
          view   = "table"
          query = join(" | ", concat(
            [for function in values(module.function) : "SOURCE '${function.log_group}'"],
            ["fields @timestamp, level, service, run, subject, message", "filter level in ['WARN', 'ERROR']", "sort @timestamp desc", "limit 50"],
          ))
        }
      }],
    )
  })
}
