output "state_machine_arn" {
  description = "What to start, and where to look at runs."
  value       = aws_sfn_state_machine.ingest.arn
}

output "input" {
  description = "The input of a run: the subjects."
  value       = local.input
}

output "secret_name" {
  description = "The secret that waits for the X bearer token."
  value       = aws_secretsmanager_secret.x_token.name
}

output "functions" {
  description = "Names of the functions."
  value       = { for key, function in module.function : key => function.name }
}

output "log_groups" {
  description = "Log groups of the functions."
  value       = { for key, function in module.function : key => function.log_group }
}

output "topic_arn" {
  description = "The topic of all alarms."
  value       = aws_sns_topic.alarms.arn
}

output "not_started_queue_url" {
  description = "Starts that Step Functions did not take."
  value       = aws_sqs_queue.not_started.url
}

output "dashboard" {
  description = "The dashboard's name."
  value       = aws_cloudwatch_dashboard.ingest.dashboard_name
}

output "policies" {
  description = "All that each role may do, JSON."
  value = merge(
    { for key, function in module.function : replace(key, "_", "-") => function.policy },
    {
      state-machine = data.aws_iam_policy_document.state_machine.json
      schedule      = data.aws_iam_policy_document.schedule.json
    },
  )
}
