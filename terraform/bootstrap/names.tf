# What an environment's things are called: the names that modules/lake and modules/pipeline give.
locals {
  names = {
    for environment in keys(var.environments) : environment => {
      name     = "fed-by-tweets-${environment}"
      lake     = "arn:${local.partition}:s3:::fed-by-tweets-${environment}-lake-${var.account_id}"
      results  = "arn:${local.partition}:s3:::fed-by-tweets-${environment}-results-${var.account_id}"
      roles    = "arn:${local.partition}:iam::${var.account_id}:role/fed-by-tweets/${environment}/*"
      boundary = "arn:${local.partition}:iam::${var.account_id}:policy/fed-by-tweets/${environment}-boundary"

      catalog = "${local.arn.glue}:catalog"
      layers  = [for layer in ["bronze", "silver"] : "${local.arn.glue}:database/${environment}_${layer}"]
      tables  = [for layer in ["bronze", "silver"] : "${local.arn.glue}:table/${environment}_${layer}/*"]

      workgroup     = "${local.arn.athena}:workgroup/fed-by-tweets-${environment}"
      secret        = "${local.arn.secretsmanager}:secret:fed-by-tweets-${environment}/x-bearer-token-??????"
      functions     = "${local.arn.lambda}:function:fed-by-tweets-${environment}-*"
      state_machine = "${local.arn.states}:stateMachine:fed-by-tweets-${environment}-ingest"
      executions    = "${local.arn.states}:execution:fed-by-tweets-${environment}-ingest:*"
      schedules = [
        "${local.arn.scheduler}:schedule-group/fed-by-tweets-${environment}-ingest",
        "${local.arn.scheduler}:schedule/fed-by-tweets-${environment}-ingest/*",
      ]
      queue = "${local.arn.sqs}:fed-by-tweets-${environment}-ingest-not-started"
      topic = [
        "${local.arn.sns}:fed-by-tweets-${environment}-alarms",
        "${local.arn.sns}:fed-by-tweets-${environment}-alarms:*",
      ]
      log_groups = [
        "${local.arn.logs}:log-group:/aws/lambda/fed-by-tweets-${environment}-*",
        "${local.arn.logs}:log-group:/aws/vendedlogs/states/fed-by-tweets-${environment}-ingest*",
      ]
      alarms    = "${local.arn.cloudwatch}:alarm:fed-by-tweets-${environment}-*"
      budget    = "arn:${local.partition}:budgets::${var.account_id}:budget/fed-by-tweets-${environment}"
      dashboard = "arn:${local.partition}:cloudwatch::${var.account_id}:dashboard/fed-by-tweets-${environment}"
    }
  }

  arn = {
    for service in ["athena", "cloudwatch", "ecr", "glue", "kms", "lambda", "logs", "scheduler", "secretsmanager", "sns", "sqs", "states"] :
    service => "arn:${local.partition}:${service}:${var.region}:${var.account_id}"
  }

  repositories = [for image in local.images : "arn:${local.partition}:ecr:${var.region}:${local.registry}:repository/fed-by-tweets/${image}"]
}
