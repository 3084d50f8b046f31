data "aws_partition" "current" {}

data "aws_region" "current" {}

# ARNs for policies are built from names, so that every policy is readable in the plan, before anything exists.
locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name

  glue_arn          = "arn:${local.partition}:glue:${local.region}:${var.account_id}"
  secret_arn        = "arn:${local.partition}:secretsmanager:${local.region}:${var.account_id}:secret:${aws_secretsmanager_secret.x_token.name}"
  state_machine_arn = "arn:${local.partition}:states:${local.region}:${var.account_id}:stateMachine:${local.state_machine_name}"
  queue_arn         = "arn:${local.partition}:sqs:${local.region}:${var.account_id}:${aws_sqs_queue.not_started.name}"
  topic_arn         = "arn:${local.partition}:sns:${local.region}:${var.account_id}:${aws_sns_topic.alarms.name}"

  function_arns = {
    for key, function in local.functions : key => "arn:${local.partition}:lambda:${local.region}:${var.account_id}:function:${function.name}"
  }

  state_machine_name = "${var.name}-ingest"
}
