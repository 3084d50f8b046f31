locals {
  # Each: title, metrics (one line each), statistic, and of how many seconds where it is not an hour.
  widgets = concat([
    {
      title     = "Runs"
      statistic = "Sum"
      metrics = [
        for metric in ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"] :
        ["AWS/States", metric, "StateMachineArn", local.state_machine_arns.ingest]
      ]
    },
    {
      title     = "How long a run takes, ms"
      statistic = "Maximum"
      metrics   = [["AWS/States", "ExecutionTime", "StateMachineArn", local.state_machine_arns.ingest]]
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
      metrics   = [for queue in values(aws_sqs_queue.not_started) : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue.name]]
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
    ], [
    # Each table says once a day how large it is, so a day's sum is the lake's size.
    for widget in [
      { title = "Live data files", metrics = [["FedByTweets", "LiveFiles", "Environment", var.environment]] },
      { title = "Data and metadata, bytes", metrics = [for metric in ["DataBytes", "MetadataBytes"] : ["FedByTweets", metric, "Environment", var.environment]] },
    ] : merge(widget, { statistic = "Sum", seconds = 86400 }) if var.maintenance.enabled
    ], [
    for widget in [
      { title = "Hours since a request to forget came that is open", metrics = [["FedByTweets", "RequestAgeHours", "Environment", var.environment]] },
    ] : merge(widget, { statistic = "Maximum" }) if var.forget.enabled
    ], [
    for widget in [
      {
        title = "Labelling and counting"
        metrics = [
          for metric in ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut"] :
          ["AWS/States", metric, "StateMachineArn", lookup(local.state_machine_arns, "gold", "")]
        ]
      },
    ] : merge(widget, { statistic = "Sum" }) if var.gold.enabled
  ])
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
            period  = try(widget.seconds, 3600)
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
