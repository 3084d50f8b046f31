# What must hold of the plans of bootstrap and of both environments with all that can be asked for, and of one with the defaults, as
# terraform show -json tells them: terraform/check makes them and runs the tests here.

terraform {
  required_version = ">= 1.11"
}

variable "directory" {
  description = "Where bootstrap.json, defaults.json, staging.json and production.json are."
  type        = string
}

locals {
  plans = { for name in ["bootstrap", "defaults", "staging", "production"] : name => jsondecode(file("${var.directory}/${name}.json")).planned_values.root_module }

  # By address.
  resources = {
    for name, root in local.plans : name => {
      for resource in concat(
        try(root.resources, []),
        flatten([for module in try(root.child_modules, []) : [
          try(module.resources, []),
          [for inner in try(module.child_modules, []) : try(inner.resources, [])],
        ]]),
      ) : resource.address => resource if resource.mode == "managed"
    }
  }

  environments = { for name in ["staging", "production"] : name => local.resources[name] }

  # Every permission of every role, one by one: [environment, address, action, resource].
  permissions = flatten([
    for environment, resources in local.environments : [
      for address, resource in resources : [
        for statement in jsondecode(resource.values.policy).Statement : [
          for action in flatten([statement.Action]) : [
            for target in flatten([statement.Resource]) : { environment = environment, address = address, action = action, resource = target }
          ]
        ]
      ] if resource.type == "aws_iam_role_policy"
    ]
  ])

  # The same of what bootstrap allows, resources as regular expressions: {environment: {action: [pattern]}}.
  boundaries = {
    for environment in keys(local.environments) : environment => {
      for grant in flatten([
        for statement in jsondecode(local.resources.bootstrap["aws_iam_policy.boundary[\"${environment}\"]"].values.policy).Statement : [
          for action in flatten([statement.Action]) : [
            for target in flatten([statement.Resource]) : { action = action, pattern = local.pattern[target] }
          ]
        ]
      ]) : grant.action => grant.pattern...
    }
  }

  deployments = {
    for environment in keys(local.environments) : environment => {
      for grant in flatten([
        for address, resource in local.resources.bootstrap : [
          for statement in jsondecode(resource.values.policy).Statement : [
            for action in flatten([statement.Action]) : [
              for target in flatten([statement.Resource]) : { action = action, pattern = local.pattern[target] }
            ]
          ]
        ] if resource.type == "aws_iam_policy" && strcontains(address, "\"${environment}-deploy-")
      ]) : grant.action => grant.pattern...
    }
  }

  pattern = {
    for target in toset(flatten([
      for resource in values(local.resources.bootstrap) : [
        for statement in jsondecode(resource.values.policy).Statement : statement.Resource
      ] if resource.type == "aws_iam_policy"
    ])) : target => "^${replace(replace(replace(target, ".", "\\."), "*", ".*"), "?", ".")}$"
  }

  # What makes each kind of thing: the action, and the ARN of what is made from one of its attributes.
  account = "us-east-1:123456789012"
  makers = {
    for environment in keys(local.environments) : environment => {
      aws_athena_named_query                             = ["athena:CreateNamedQuery", "arn:aws:athena:${local.account}:workgroup/", "workgroup"]
      aws_athena_workgroup                               = ["athena:CreateWorkGroup", "arn:aws:athena:${local.account}:workgroup/", "name"]
      aws_budgets_budget                                 = ["budgets:ModifyBudget", "arn:aws:budgets::123456789012:budget/", "name"]
      aws_cloudfront_cache_policy                        = ["cloudfront:CreateCachePolicy", "arn:aws:cloudfront::123456789012:cache-policy/", ""]
      aws_cloudfront_distribution                        = ["cloudfront:CreateDistribution", "arn:aws:cloudfront::123456789012:distribution/", ""]
      aws_cloudfront_function                            = ["cloudfront:CreateFunction", "arn:aws:cloudfront::123456789012:function/", "name"]
      aws_cloudfront_origin_access_control               = ["cloudfront:CreateOriginAccessControl", "arn:aws:cloudfront::123456789012:origin-access-control/", ""]
      aws_cloudfront_response_headers_policy             = ["cloudfront:CreateResponseHeadersPolicy", "arn:aws:cloudfront::123456789012:response-headers-policy/", ""]
      aws_cloudwatch_dashboard                           = ["cloudwatch:PutDashboard", "arn:aws:cloudwatch::123456789012:dashboard/", "dashboard_name"]
      aws_cloudwatch_event_rule                          = ["events:PutRule", "arn:aws:events:${local.account}:rule/", "name"]
      aws_cloudwatch_event_target                        = ["events:PutTargets", "arn:aws:events:${local.account}:rule/", "rule"]
      aws_cloudwatch_log_group                           = ["logs:CreateLogGroup", "arn:aws:logs:${local.account}:log-group:", "name"]
      aws_cloudwatch_metric_alarm                        = ["cloudwatch:PutMetricAlarm", "arn:aws:cloudwatch:${local.account}:alarm:", "alarm_name"]
      aws_glue_catalog_database                          = ["glue:CreateDatabase", "arn:aws:glue:${local.account}:database/", "name"]
      aws_glue_catalog_table                             = ["glue:CreateTable", "arn:aws:glue:${local.account}:table/", "database_name"]
      aws_iam_role                                       = ["iam:CreateRole", "arn:aws:iam::123456789012:role/fed-by-tweets/${environment}/", "name"]
      aws_iam_role_policy                                = ["iam:PutRolePolicy", "arn:aws:iam::123456789012:role/fed-by-tweets/${environment}/", "role"]
      aws_lambda_function                                = ["lambda:CreateFunction", "arn:aws:lambda:${local.account}:function:", "function_name"]
      aws_quicksight_data_set                            = ["quicksight:CreateDataSet", "arn:aws:quicksight:${local.account}:dataset/", "data_set_id"]
      aws_quicksight_data_source                         = ["quicksight:CreateDataSource", "arn:aws:quicksight:${local.account}:datasource/", "data_source_id"]
      aws_quicksight_refresh_schedule                    = ["quicksight:CreateRefreshSchedule", "arn:aws:quicksight:${local.account}:dataset/", "data_set_id"]
      aws_s3_bucket                                      = ["s3:CreateBucket", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_lifecycle_configuration              = ["s3:PutLifecycleConfiguration", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_ownership_controls                   = ["s3:PutBucketOwnershipControls", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_policy                               = ["s3:PutBucketPolicy", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_public_access_block                  = ["s3:PutBucketPublicAccessBlock", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_server_side_encryption_configuration = ["s3:PutEncryptionConfiguration", "arn:aws:s3:::", "bucket"]
      aws_s3_bucket_versioning                           = ["s3:PutBucketVersioning", "arn:aws:s3:::", "bucket"]
      aws_scheduler_schedule                             = ["scheduler:CreateSchedule", "arn:aws:scheduler:${local.account}:schedule/", "group_name"]
      aws_scheduler_schedule_group                       = ["scheduler:CreateScheduleGroup", "arn:aws:scheduler:${local.account}:schedule-group/", "name"]
      aws_secretsmanager_secret                          = ["secretsmanager:CreateSecret", "arn:aws:secretsmanager:${local.account}:secret:", "name"]
      aws_sfn_state_machine                              = ["states:CreateStateMachine", "arn:aws:states:${local.account}:stateMachine:", "name"]
      aws_sns_topic                                      = ["sns:CreateTopic", "arn:aws:sns:${local.account}:", "name"]
      aws_sns_topic_policy                               = ["sns:SetTopicAttributes", "arn:aws:sns:${local.account}:fed-by-tweets-${environment}-alarms", ""]
      aws_sns_topic_subscription                         = ["sns:Subscribe", "arn:aws:sns:${local.account}:fed-by-tweets-${environment}-alarms", ""]
      aws_sqs_queue_policy                               = ["sqs:SetQueueAttributes", "arn:aws:sqs:${local.account}:fed-by-tweets-${environment}-gold-not-started", ""]
      aws_sqs_queue                                      = ["sqs:CreateQueue", "arn:aws:sqs:${local.account}:", "name"]
    }
  }
}

# What is different between the environments once one's name is taken for the other's: "address attribute".
output "differences" {
  value = sort(distinct(flatten([
    for address, resource in local.environments.production : [
      for attribute, value in resource.values : "${resource.type}.${resource.name} ${attribute}"
      if replace(jsonencode(value), "production", "staging") != jsonencode(local.environments.staging[address].values[attribute])
    ] if contains(keys(local.environments.staging), address)
  ])))
}
