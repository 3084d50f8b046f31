# Plans with the real provider; nothing is asked of AWS.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

# The provider asks AWS whether a definition is valid as soon as it is known: the state machine is planned without it.
override_resource {
  target          = aws_sfn_state_machine.ingest
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest" }
}

override_resource {
  target          = module.function["get_tweets"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-get-tweets:7" }
}

override_resource {
  target          = module.function["process_raw"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-process-raw:7" }
}

override_resource {
  target          = module.function["tweets_to_silver"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-tweets-to-silver:7" }
}

override_resource {
  target          = module.function["users_to_silver"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-users-to-silver:7" }
}

override_resource {
  target          = module.function["places_to_silver"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-places-to-silver:7" }
}

override_resource {
  target          = aws_sqs_queue.not_started
  override_during = plan
  values          = { arn = "arn:aws:sqs:us-east-1:123456789012:lake-test-ingest-not-started" }
}

override_resource {
  target          = aws_cloudwatch_log_group.state_machine
  override_during = plan
  values          = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/lake-test-ingest" }
}

variables {
  name        = "lake-test"
  environment = "test"
  account_id  = "123456789012"
  protected   = true
  lake = {
    bucket    = { name = "lake", arn = "arn:aws:s3:::lake" }
    databases = { bronze = "test_bronze", silver = "test_silver" }
  }
  images = {
    get_tweets  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    process_raw = "123456789012.dkr.ecr.us-east-1.amazonaws.com/process-raw@sha256:2222222222222222222222222222222222222222222222222222222222222222"
    to_silver   = "123456789012.dkr.ecr.us-east-1.amazonaws.com/to-silver@sha256:3333333333333333333333333333333333333333333333333333333333333333"
  }
  definition_file = "../../../statemachine/ingest.asl.json"
  subjects = [
    { name = "coffee", query = "(coffee OR espresso) lang:en", max_posts_per_run = 1000 },
    { name = "tea", query = "\"green tea\"", media = true },
  ]
  alarm_emails             = ["somebody@example.org"]
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  role_path                = "/lake/test/"
}

run "a_pipeline" {
  command = plan

  assert {
    condition = output.functions == {
      get_tweets       = "lake-test-get-tweets"
      process_raw      = "lake-test-process-raw"
      tweets_to_silver = "lake-test-tweets-to-silver"
      users_to_silver  = "lake-test-users-to-silver"
      places_to_silver = "lake-test-places-to-silver"
    }
    error_message = "The definition calls five functions."
  }

  assert {
    condition = { for key, function in local.functions : key => function.image } == {
      get_tweets       = var.images.get_tweets
      process_raw      = var.images.process_raw
      tweets_to_silver = var.images.to_silver
      users_to_silver  = var.images.to_silver
      places_to_silver = var.images.to_silver
    }
    error_message = "to-silver serves three functions."
  }

  assert {
    condition = { for key, function in local.functions : key => function.settings } == {
      get_tweets       = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test", X_BEARER_TOKEN_SECRET_ID = "lake-test/x-bearer-token" }
      process_raw      = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
      tweets_to_silver = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
      users_to_silver  = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
      places_to_silver = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
    }
    error_message = "The functions cannot find the lake, or one that needs no token knows of it."
  }

  assert {
    condition     = length(regexall("\\$\\{", aws_sfn_state_machine.ingest.definition)) == 0
    error_message = "A placeholder was left."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.ingest.definition).States.CollectSubjects.ItemProcessor.States.GetTweets.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-get-tweets:7"
    error_message = "GetTweets calls something else."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.ingest.definition).States.ProcessRaw.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-process-raw:7"
    error_message = "ProcessRaw calls something else."
  }

  assert {
    condition = merge([
      for branch in jsondecode(aws_sfn_state_machine.ingest.definition).States.MergeIntoSilver.Branches :
      { for name, state in branch.States : state.Parameters.table => state.Resource if state.Type == "Task" }
      ]...) == {
      tweets = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-tweets-to-silver:7"
      users  = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-users-to-silver:7"
      places = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-places-to-silver:7"
    }
    error_message = "A table is merged by another table's function."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.ingest.definition).States.MediaToSilver.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-places-to-silver:7"
    error_message = "Media are merged by another function than that of the places."
  }

  assert {
    condition     = toset(regexall("\"Resource\": \"([^\"]+)\"", aws_sfn_state_machine.ingest.definition)[*][0]) == toset([for arn in values(local.function_arns) : "${arn}:7"])
    error_message = "The state machine may not call what it calls, or may call more."
  }

  assert {
    condition     = aws_sfn_state_machine.ingest.type == "STANDARD"
    error_message = "Only Standard executions run for hours and can be redriven."
  }

  assert {
    condition     = aws_sfn_state_machine.ingest.tracing_configuration[0].enabled
    error_message = "Not traced."
  }

  assert {
    condition = aws_sfn_state_machine.ingest.logging_configuration[0] == {
      level                  = "ALL"
      include_execution_data = true
      log_destination        = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/lake-test-ingest:*"
    }
    error_message = "Not logged."
  }

  assert {
    condition     = aws_cloudwatch_log_group.state_machine.retention_in_days == 30
    error_message = "Logs must not be kept for ever."
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.schedule_expression == "cron(0 7,14,21 * * ? *)" && aws_scheduler_schedule.ingest.schedule_expression_timezone == "America/Sao_Paulo"
    error_message = "Runs start at 7, 14 and 21 o'clock in Sao Paulo."
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.state == "ENABLED" && aws_scheduler_schedule.ingest.flexible_time_window[0].mode == "OFF"
    error_message = "Runs do not start, or not in time."
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.target[0].arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest"
    error_message = "The schedule starts something else."
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.target[0].input == "{\"subjects\":[{\"max_posts_per_run\":1000,\"name\":\"coffee\",\"query\":\"(coffee OR espresso) lang:en\"},{\"media\":true,\"name\":\"tea\",\"query\":\"\\\"green tea\\\"\"}]}"
    error_message = "Not the subjects: ${aws_scheduler_schedule.ingest.target[0].input}"
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.target[0].dead_letter_config[0].arn == "arn:aws:sqs:us-east-1:123456789012:lake-test-ingest-not-started" && aws_sqs_queue.not_started.sqs_managed_sse_enabled
    error_message = "A start that fails is lost, or kept in the clear."
  }

  assert {
    condition = { for key, alarm in aws_cloudwatch_metric_alarm.ingest : key => [alarm.namespace, alarm.metric_name, alarm.statistic, alarm.comparison_operator, alarm.treat_missing_data] } == {
      failed           = ["AWS/States", "ExecutionsFailed", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      timed-out        = ["AWS/States", "ExecutionsTimedOut", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      aborted          = ["AWS/States", "ExecutionsAborted", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      throttled        = ["AWS/States", "ExecutionThrottled", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      missing          = ["AWS/States", "ExecutionsStarted", "Sum", "LessThanThreshold", "breaching"]
      not-started      = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      payment-required = ["FedByTweets", "PaymentRequired", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gaps             = ["FedByTweets", "Gaps", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      rows-quarantined = ["FedByTweets", "RowsQuarantined", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      clock-off        = ["FedByTweets", "ClockOff", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      charge           = ["FedByTweets", "EstimatedChargeUsd", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
    }
    error_message = "Something is not watched."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.ingest["missing"].period == 3600 && aws_cloudwatch_metric_alarm.ingest["missing"].evaluation_periods == 11
    error_message = "Between 21 and 7 o'clock there are ten hours; with the eleventh a run is missing."
  }

  assert {
    condition = alltrue([for key, alarm in aws_cloudwatch_metric_alarm.ingest :
      alarm.threshold == (key == "charge" ? 25 : 1) &&
      alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:123456789012:lake-test-alarms"]) && alarm.ok_actions == alarm.alarm_actions
    ])
    error_message = "An alarm is not raised by the first count, or tells nobody, or not that all is well again."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.ingest["charge"].period == 86400
    error_message = "The charge is counted by the day."
  }

  assert {
    condition     = length(aws_budgets_budget.account) == 0
    error_message = "A budget is an input."
  }

  assert {
    condition = alltrue([
      aws_sns_topic.alarms.kms_master_key_id == null, aws_secretsmanager_secret.x_token.kms_key_id == null,
      aws_cloudwatch_log_group.state_machine.kms_key_id == null,
    ])
    error_message = "A key where none was asked for."
  }

  assert {
    condition = alltrue([for key, alarm in aws_cloudwatch_metric_alarm.ingest : alarm.dimensions == tomap(
      alarm.namespace == "AWS/States" ? { StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest" } :
      alarm.namespace == "AWS/SQS" ? { QueueName = "lake-test-ingest-not-started" } : { Environment = "test" }
    )])
    error_message = "An alarm watches something else."
  }

  assert {
    condition     = aws_sns_topic_subscription.email["somebody@example.org"].protocol == "email"
    error_message = "Nobody is told."
  }

  assert {
    condition = jsondecode(aws_sns_topic_policy.alarms.policy).Statement == [{
      Sid       = "Alarms"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:us-east-1:123456789012:lake-test-alarms"
      Condition = {
        StringEquals = { "aws:SourceAccount" = "123456789012" }
        ArnLike      = { "aws:SourceArn" = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:lake-test-*" }
      }
    }]
    error_message = "Others than these alarms can send: ${aws_sns_topic_policy.alarms.policy}"
  }

  assert {
    condition = alltrue([for metric in ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "PostsRead", "EstimatedChargeUsd", "Gaps", "RowsQuarantined", "PaymentRequired", "ClockOff"] :
      contains(flatten([for widget in jsondecode(aws_cloudwatch_dashboard.ingest.dashboard_body).widgets : try(widget.properties.metrics, [])]), metric)
    ])
    error_message = "The dashboard leaves something out."
  }

  assert {
    condition     = aws_secretsmanager_secret.x_token.name == "lake-test/x-bearer-token" && aws_secretsmanager_secret.x_token.recovery_window_in_days == 30
    error_message = "The secret is gone at once."
  }
}

run "the_schedule_of_others" {
  command = plan

  variables {
    schedule = { hours = [22, 9], time_zone = "Europe/Paris", enabled = false }
  }

  assert {
    condition     = aws_scheduler_schedule.ingest.schedule_expression == "cron(0 9,22 * * ? *)" && aws_scheduler_schedule.ingest.schedule_expression_timezone == "Europe/Paris" && aws_scheduler_schedule.ingest.state == "DISABLED"
    error_message = "Not what was asked for: ${aws_scheduler_schedule.ingest.schedule_expression}"
  }

  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.ingest), "missing")
    error_message = "No run is missing where none is scheduled."
  }
}

run "no_schedule_that_starts_runs_into_each_other" {
  command = plan

  variables {
    schedule = { hours = [7, 12, 21] }
  }

  expect_failures = [aws_scheduler_schedule.ingest]
}

run "no_schedule_that_starts_runs_into_each_other_at_night" {
  command = plan

  variables {
    schedule = { hours = [1, 20] }
  }

  expect_failures = [aws_scheduler_schedule.ingest]
}

run "no_subject_twice" {
  command = plan

  variables {
    subjects = [{ name = "coffee", query = "coffee" }, { name = "coffee", query = "tea" }]
  }

  expect_failures = [var.subjects]
}

run "no_subject_without_a_query" {
  command = plan

  variables {
    subjects = [{ name = "coffee", query = " " }]
  }

  expect_failures = [var.subjects]
}

run "no_subject_that_is_no_key" {
  command = plan

  variables {
    subjects = [{ name = "Coffee/Tea", query = "coffee" }]
  }

  expect_failures = [var.subjects]
}

run "no_limit_below_a_page" {
  command = plan

  variables {
    subjects = [{ name = "coffee", query = "coffee", max_posts_per_month = 9 }]
  }

  expect_failures = [var.subjects]
}

run "no_limit_of_a_day_below_a_page" {
  command = plan

  variables {
    subjects = [{ name = "coffee", query = "coffee", max_posts_per_day = 9 }]
  }

  expect_failures = [var.subjects]
}

run "a_key_and_a_budget_that_are_asked_for" {
  command = plan

  variables {
    lake = {
      bucket      = { name = "lake", arn = "arn:aws:s3:::lake" }
      databases   = { bronze = "test_bronze", silver = "test_silver" }
      kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    monthly_budget_usd     = 20
    daily_charge_alarm_usd = 2.5
  }

  assert {
    condition = alltrue([for key in [
      aws_sns_topic.alarms.kms_master_key_id, aws_secretsmanager_secret.x_token.kms_key_id, aws_cloudwatch_log_group.state_machine.kms_key_id,
      aws_sqs_queue.not_started.kms_master_key_id,
    ] : key == var.lake.kms_key_arn])
    error_message = "Topic, secret, log or queue does not use the key."
  }

  assert {
    condition = {
      for role, policy in output.policies : role => join(" ", sort(flatten([
        for statement in jsondecode(policy).Statement : [
          for service in flatten([statement.Condition.StringEquals["kms:ViaService"]]) : "${split(".", service)[0]}: ${join(" ", sort(flatten([statement.Action])))}"
        ] if statement.Resource == var.lake.kms_key_arn
      ])))
      } == {
      get-tweets       = "s3: kms:Decrypt kms:GenerateDataKey secretsmanager: kms:Decrypt kms:GenerateDataKey"
      process-raw      = "s3: kms:Decrypt kms:GenerateDataKey"
      tweets-to-silver = "s3: kms:Decrypt kms:GenerateDataKey"
      users-to-silver  = "s3: kms:Decrypt kms:GenerateDataKey"
      places-to-silver = "s3: kms:Decrypt kms:GenerateDataKey"
      schedule         = "sqs: kms:Decrypt kms:GenerateDataKey"
      state-machine    = ""
    }
    error_message = "A role cannot use the key for its work, or for more."
  }

  assert {
    condition     = aws_budgets_budget.account[0].limit_amount == "20.00" && aws_budgets_budget.account[0].time_unit == "MONTHLY"
    error_message = "Not the budget that was asked for."
  }

  assert {
    condition     = alltrue([for notification in aws_budgets_budget.account[0].notification : notification.subscriber_email_addresses == toset(["somebody@example.org"])])
    error_message = "Nobody is told of the budget."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.ingest["charge"].threshold == 2.5
    error_message = "Not the charge that was asked for."
  }
}

run "no_budget_of_which_nobody_is_told" {
  command = plan

  variables {
    alarm_emails       = []
    monthly_budget_usd = 20
  }

  expect_failures = [var.monthly_budget_usd]
}

run "a_hundred_subjects" {
  command = plan

  variables {
    subjects = [for number in range(100) : { name = "subject-${number}", query = "coffee" }]
  }

  assert {
    condition     = length(jsondecode(aws_scheduler_schedule.ingest.target[0].input).subjects) == 100
    error_message = "A hundred subjects fit."
  }
}

run "no_more_than_a_hundred_subjects" {
  command = plan

  variables {
    subjects = [for number in range(101) : { name = "subject-${number}", query = "coffee" }]
  }

  expect_failures = [var.subjects]
}

run "no_more_text_than_fits_beside_the_results" {
  command = plan

  variables {
    subjects = [for number in range(17) : { name = "subject-${number}", query = join("", [for word in range(1000) : "aaaa"]) }]
  }

  expect_failures = [var.subjects]
}
