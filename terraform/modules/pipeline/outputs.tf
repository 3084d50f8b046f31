output "state_machine_arn" {
  description = "What to start, and where to look at runs."
  value       = aws_sfn_state_machine.machine["ingest"].arn
}

output "input" {
  description = "The input of a run: the subjects."
  value       = local.machines.ingest.input
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
  description = "Runs whose start Step Functions did not take."
  value       = aws_sqs_queue.not_started["ingest"].url
}

output "dashboard" {
  description = "The dashboard's name."
  value       = aws_cloudwatch_dashboard.ingest.dashboard_name
}

output "forget_state_machine_arn" {
  description = "What to start when posts or users must go; null without it."
  value       = one([for key, machine in aws_sfn_state_machine.machine : machine.arn if key == "forget"])
}

output "comply_state_machine_arn" {
  description = "What asks X which posts and users must be forgotten; null without it."
  value       = one([for key, machine in aws_sfn_state_machine.machine : machine.arn if key == "comply"])
}

output "gold_state_machine_arn" {
  description = "What labels, counts and writes the page; null without it."
  value       = one([for key, machine in aws_sfn_state_machine.machine : machine.arn if key == "gold"])
}

output "policies" {
  description = "All that each role may do, JSON."
  value = merge(
    { for key, function in module.function : replace(key, "_", "-") => function.policy },
    { for key, document in data.aws_iam_policy_document.state_machine : "${key}-state-machine" => document.json },
    { for key, document in data.aws_iam_policy_document.schedule : "${key}-schedule" => document.json },
    { for key, document in data.aws_iam_policy_document.rule : "${key}-rule" => document.json },
  )
}
