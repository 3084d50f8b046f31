# What an environment's things are called: the names that modules/lake and modules/pipeline give.
locals {
  # The state machines, and which of them start by themselves: by the clock, or after a run.
  machines  = ["ingest", "maintain", "forget", "comply", "gold"]
  scheduled = ["ingest", "maintain", "comply"]
  following = ["gold"]

  names = {
    for environment in keys(var.environments) : environment => {
      name     = "fed-by-tweets-${environment}"
      lake     = "arn:${local.partition}:s3:::fed-by-tweets-${environment}-lake-${var.account_id}"
      results  = "arn:${local.partition}:s3:::fed-by-tweets-${environment}-results-${var.account_id}"
      page     = "arn:${local.partition}:s3:::fed-by-tweets-${environment}-page-${var.account_id}"
      roles    = "arn:${local.partition}:iam::${var.account_id}:role/fed-by-tweets/${environment}/*"
      forget   = "arn:${local.partition}:iam::${var.account_id}:role/fed-by-tweets/${environment}/fed-by-tweets-${environment}-forget"
      boundary = "arn:${local.partition}:iam::${var.account_id}:policy/fed-by-tweets/${environment}-boundary"

      catalog = "${local.arn.glue}:catalog"
      layers  = [for layer in ["bronze", "silver", "gold"] : "${local.arn.glue}:database/${environment}_${layer}"]
      tables  = [for layer in ["bronze", "silver", "gold"] : "${local.arn.glue}:table/${environment}_${layer}/*"]
      ops = [
        "${local.arn.glue}:database/${environment}_ops",
        "${local.arn.glue}:table/${environment}_ops/*",
        "${local.arn.glue}:userDefinedFunction/${environment}_ops/*",
      ]
      facts = [
        "${local.arn.glue}:database/${environment}_facts",
        "${local.arn.glue}:table/${environment}_facts/*",
        "${local.arn.glue}:userDefinedFunction/${environment}_facts/*",
      ]

      workgroup     = "${local.arn.athena}:workgroup/fed-by-tweets-${environment}"
      secret        = "${local.arn.secretsmanager}:secret:fed-by-tweets-${environment}/x-bearer-token-??????"
      functions     = "${local.arn.lambda}:function:fed-by-tweets-${environment}-*"
      machines      = [for machine in local.machines : "${local.arn.states}:stateMachine:fed-by-tweets-${environment}-${machine}"]
      state_machine = "${local.arn.states}:stateMachine:fed-by-tweets-${environment}-ingest"
      executions    = "${local.arn.states}:execution:fed-by-tweets-${environment}-ingest:*"
      schedules = flatten([
        for machine in local.scheduled : [
          "${local.arn.scheduler}:schedule-group/fed-by-tweets-${environment}-${machine}",
          "${local.arn.scheduler}:schedule/fed-by-tweets-${environment}-${machine}/*",
        ]
      ])
      # What starts machines after a run.
      rules  = [for machine in local.following : "${local.arn.events}:rule/fed-by-tweets-${environment}-${machine}"]
      queues = [for machine in concat(local.scheduled, local.following) : "${local.arn.sqs}:fed-by-tweets-${environment}-${machine}-not-started"]
      topic = [
        "${local.arn.sns}:fed-by-tweets-${environment}-alarms",
        "${local.arn.sns}:fed-by-tweets-${environment}-alarms:*",
      ]
      log_groups = concat(
        ["${local.arn.logs}:log-group:/aws/lambda/fed-by-tweets-${environment}-*"],
        [for machine in local.machines : "${local.arn.logs}:log-group:/aws/vendedlogs/states/fed-by-tweets-${environment}-${machine}*"],
      )
      alarms    = "${local.arn.cloudwatch}:alarm:fed-by-tweets-${environment}-*"
      budget    = "arn:${local.partition}:budgets::${var.account_id}:budget/fed-by-tweets-${environment}"
      dashboard = "arn:${local.partition}:cloudwatch::${var.account_id}:dashboard/fed-by-tweets-${environment}"
    }
  }

  arn = {
    for service in ["athena", "cloudwatch", "ecr", "events", "glue", "kms", "lambda", "logs", "quicksight", "scheduler", "secretsmanager", "sns", "sqs", "states"] :
    service => "arn:${local.partition}:${service}:${var.region}:${var.account_id}"
  }

  # CloudFront is in no region.
  cloudfront = "arn:${local.partition}:cloudfront::${var.account_id}"

  repositories = [for image in local.images : "arn:${local.partition}:ecr:${var.region}:${local.registry}:repository/fed-by-tweets/${image}"]
}
