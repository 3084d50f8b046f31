data "aws_partition" "current" {}

data "aws_region" "current" {}

# ARNs for policies are built from names, so that every policy is readable in the plan, before anything exists.
locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name

  glue_arn   = "arn:${local.partition}:glue:${local.region}:${var.account_id}"
  secret_arn = "arn:${local.partition}:secretsmanager:${local.region}:${var.account_id}:secret:${aws_secretsmanager_secret.x_token.name}"
  topic_arn  = "arn:${local.partition}:sns:${local.region}:${var.account_id}:${aws_sns_topic.alarms.name}"

  function_arns = {
    for key, function in local.functions : key => "arn:${local.partition}:lambda:${local.region}:${var.account_id}:function:${function.name}"
  }

  state_machine_arns = {
    for key, machine in local.machines : key => "arn:${local.partition}:states:${local.region}:${var.account_id}:stateMachine:${machine.name}"
  }

  rule_arns = {
    for key, machine in local.following : key => "arn:${local.partition}:events:${local.region}:${var.account_id}:rule/${machine.name}"
  }

  queue_arns = {
    for key, queue in aws_sqs_queue.not_started : key => "arn:${local.partition}:sqs:${local.region}:${var.account_id}:${queue.name}"
  }
}
