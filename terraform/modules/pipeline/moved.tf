# Where there was one state machine before, there are several: the names stay, and nothing is made anew.
moved {
  from = aws_cloudwatch_log_group.state_machine
  to   = aws_cloudwatch_log_group.state_machine["ingest"]
}

moved {
  from = aws_sfn_state_machine.ingest
  to   = aws_sfn_state_machine.machine["ingest"]
}

moved {
  from = aws_iam_role.state_machine
  to   = aws_iam_role.state_machine["ingest"]
}

moved {
  from = aws_iam_role_policy.state_machine
  to   = aws_iam_role_policy.state_machine["ingest"]
}

moved {
  from = aws_scheduler_schedule_group.ingest
  to   = aws_scheduler_schedule_group.machine["ingest"]
}

moved {
  from = aws_scheduler_schedule.ingest
  to   = aws_scheduler_schedule.machine["ingest"]
}

moved {
  from = aws_sqs_queue.not_started
  to   = aws_sqs_queue.not_started["ingest"]
}

moved {
  from = aws_iam_role.schedule
  to   = aws_iam_role.schedule["ingest"]
}

moved {
  from = aws_iam_role_policy.schedule
  to   = aws_iam_role_policy.schedule["ingest"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["failed"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-failed"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["timed-out"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-timed-out"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["aborted"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-aborted"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["throttled"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-throttled"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["not-started"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-not-started"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["missing"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-missing"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["payment-required"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-payment-required"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["gaps"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-gaps"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["rows-quarantined"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-rows-quarantined"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["clock-off"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-clock-off"]
}

moved {
  from = aws_cloudwatch_metric_alarm.ingest["charge"]
  to   = aws_cloudwatch_metric_alarm.lake["ingest-charge"]
}
