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
  target          = aws_sfn_state_machine.machine["ingest"]
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest" }
}

override_resource {
  target          = aws_sfn_state_machine.machine["maintain"]
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-maintain" }
}

override_resource {
  target          = aws_sfn_state_machine.machine["forget"]
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-forget" }
}

override_resource {
  target          = aws_sfn_state_machine.machine["comply"]
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-comply" }
}

override_resource {
  target          = aws_sfn_state_machine.machine["gold"]
  override_during = plan
  values          = { arn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-gold" }
}

override_resource {
  target          = aws_sqs_queue.not_started["gold"]
  override_during = plan
  values          = { arn = "arn:aws:sqs:us-east-1:123456789012:lake-test-gold-not-started" }
}

override_resource {
  target          = aws_iam_role.rule["gold"]
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/lake/test/lake-test-gold-rule" }
}

override_resource {
  target          = module.function["label_posts"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-label-posts:7" }
}

override_resource {
  target          = module.function["to_gold"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-to-gold:7" }
}

override_resource {
  target          = module.function["comply"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-comply:7" }
}

override_resource {
  target          = module.function["forget"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-forget:7" }
}

override_resource {
  target          = module.function["maintain"].aws_lambda_function.function
  override_during = plan
  values          = { qualified_arn = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-maintain:7" }
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
  target          = aws_sqs_queue.not_started["ingest"]
  override_during = plan
  values          = { arn = "arn:aws:sqs:us-east-1:123456789012:lake-test-ingest-not-started" }
}

override_resource {
  target          = aws_cloudwatch_log_group.state_machine["ingest"]
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
    databases = { bronze = "test_bronze", silver = "test_silver", gold = "test_gold" }
    results   = { name = "results", arn = "arn:aws:s3:::results" }
  }
  images = {
    get_tweets  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets@sha256:1111111111111111111111111111111111111111111111111111111111111111"
    process_raw = "123456789012.dkr.ecr.us-east-1.amazonaws.com/process-raw@sha256:2222222222222222222222222222222222222222222222222222222222222222"
    to_silver   = "123456789012.dkr.ecr.us-east-1.amazonaws.com/to-silver@sha256:3333333333333333333333333333333333333333333333333333333333333333"
    maintain    = "123456789012.dkr.ecr.us-east-1.amazonaws.com/maintain@sha256:4444444444444444444444444444444444444444444444444444444444444444"
    forget      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/forget@sha256:5555555555555555555555555555555555555555555555555555555555555555"
    comply      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/comply@sha256:6666666666666666666666666666666666666666666666666666666666666666"
    label_posts = "123456789012.dkr.ecr.us-east-1.amazonaws.com/label-posts@sha256:7777777777777777777777777777777777777777777777777777777777777777"
    to_gold     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/to-gold@sha256:8888888888888888888888888888888888888888888888888888888888888888"
  }
  definition_files = { ingest = "../../../statemachine/ingest.asl.json", maintain = "../../../statemachine/maintain.asl.json", forget = "../../../statemachine/forget.asl.json", comply = "../../../statemachine/comply.asl.json", gold = "../../../statemachine/gold.asl.json" }
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
      maintain         = "lake-test-maintain"
      forget           = "lake-test-forget"
      label_posts      = "lake-test-label-posts"
      to_gold          = "lake-test-to-gold"
    }
    error_message = "The definitions call nine functions."
  }

  assert {
    condition = { for key, function in local.functions : key => function.image } == {
      get_tweets       = var.images.get_tweets
      process_raw      = var.images.process_raw
      tweets_to_silver = var.images.to_silver
      users_to_silver  = var.images.to_silver
      places_to_silver = var.images.to_silver
      maintain         = var.images.maintain
      forget           = var.images.forget
      label_posts      = var.images.label_posts
      to_gold          = var.images.to_gold
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
      maintain         = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
      forget           = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test", LAKE_RESULTS_BUCKET = "results" }
      label_posts      = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
      to_gold          = { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test" }
    }
    error_message = "The functions cannot find the lake, or one that needs no token knows of it."
  }

  assert {
    condition     = length(regexall("\\$\\{", aws_sfn_state_machine.machine["ingest"].definition)) == 0
    error_message = "A placeholder was left."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.machine["ingest"].definition).States.CollectSubjects.ItemProcessor.States.GetTweets.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-get-tweets:7"
    error_message = "GetTweets calls something else."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.machine["ingest"].definition).States.ProcessRaw.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-process-raw:7"
    error_message = "ProcessRaw calls something else."
  }

  assert {
    condition = merge([
      for branch in jsondecode(aws_sfn_state_machine.machine["ingest"].definition).States.MergeIntoSilver.Branches :
      { for name, state in branch.States : state.Parameters.table => state.Resource if state.Type == "Task" }
      ]...) == {
      tweets = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-tweets-to-silver:7"
      users  = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-users-to-silver:7"
      places = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-places-to-silver:7"
    }
    error_message = "A table is merged by another table's function."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.machine["ingest"].definition).States.MediaToSilver.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-places-to-silver:7"
    error_message = "Media are merged by another function than that of the places."
  }

  assert {
    condition     = toset(regexall("\"Resource\": \"([^\"]+)\"", aws_sfn_state_machine.machine["ingest"].definition)[*][0]) == toset([for key in local.machines.ingest.functions : "${local.function_arns[key]}:7"])
    error_message = "The state machine may not call what it calls, or may call more."
  }

  assert {
    condition     = aws_sfn_state_machine.machine["ingest"].type == "STANDARD"
    error_message = "Only Standard executions run for hours and can be redriven."
  }

  assert {
    condition     = aws_sfn_state_machine.machine["ingest"].tracing_configuration[0].enabled
    error_message = "Not traced."
  }

  assert {
    condition = aws_sfn_state_machine.machine["ingest"].logging_configuration[0] == {
      level                  = "ALL"
      include_execution_data = true
      log_destination        = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/lake-test-ingest:*"
    }
    error_message = "Not logged."
  }

  assert {
    condition     = aws_cloudwatch_log_group.state_machine["ingest"].retention_in_days == 30
    error_message = "Logs must not be kept for ever."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].schedule_expression == "cron(0 7,14,21 * * ? *)" && aws_scheduler_schedule.machine["ingest"].schedule_expression_timezone == "America/Sao_Paulo"
    error_message = "Runs start at 7, 14 and 21 o'clock in Sao Paulo."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].state == "ENABLED" && aws_scheduler_schedule.machine["ingest"].flexible_time_window[0].mode == "OFF"
    error_message = "Runs do not start, or not in time."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].target[0].arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest"
    error_message = "The schedule starts something else."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].target[0].input == "{\"subjects\":[{\"max_posts_per_run\":1000,\"name\":\"coffee\",\"query\":\"(coffee OR espresso) lang:en\"},{\"media\":true,\"name\":\"tea\",\"query\":\"\\\"green tea\\\"\"}]}"
    error_message = "Not the subjects: ${aws_scheduler_schedule.machine["ingest"].target[0].input}"
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].target[0].dead_letter_config[0].arn == "arn:aws:sqs:us-east-1:123456789012:lake-test-ingest-not-started" && aws_sqs_queue.not_started["ingest"].sqs_managed_sse_enabled
    error_message = "A start that fails is lost, or kept in the clear."
  }

  assert {
    condition = { for key, alarm in aws_cloudwatch_metric_alarm.lake : key => [alarm.namespace, alarm.metric_name, alarm.statistic, alarm.comparison_operator, alarm.treat_missing_data] } == {
      ingest-failed           = ["AWS/States", "ExecutionsFailed", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-timed-out        = ["AWS/States", "ExecutionsTimedOut", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-aborted          = ["AWS/States", "ExecutionsAborted", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-throttled        = ["AWS/States", "ExecutionThrottled", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-missing          = ["AWS/States", "ExecutionsStarted", "Sum", "LessThanThreshold", "breaching"]
      ingest-not-started      = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-payment-required = ["FedByTweets", "PaymentRequired", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-gaps             = ["FedByTweets", "Gaps", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-rows-quarantined = ["FedByTweets", "RowsQuarantined", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-clock-off        = ["FedByTweets", "ClockOff", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      ingest-charge           = ["FedByTweets", "EstimatedChargeUsd", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      maintain-failed         = ["AWS/States", "ExecutionsFailed", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      maintain-timed-out      = ["AWS/States", "ExecutionsTimedOut", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      maintain-aborted        = ["AWS/States", "ExecutionsAborted", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      maintain-throttled      = ["AWS/States", "ExecutionThrottled", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      maintain-missing        = ["AWS/States", "ExecutionsStarted", "Sum", "LessThanThreshold", "breaching"]
      maintain-not-started    = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      forget-failed           = ["AWS/States", "ExecutionsFailed", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      forget-timed-out        = ["AWS/States", "ExecutionsTimedOut", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      forget-aborted          = ["AWS/States", "ExecutionsAborted", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      forget-throttled        = ["AWS/States", "ExecutionThrottled", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gold-failed             = ["AWS/States", "ExecutionsFailed", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gold-timed-out          = ["AWS/States", "ExecutionsTimedOut", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gold-aborted            = ["AWS/States", "ExecutionsAborted", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gold-throttled          = ["AWS/States", "ExecutionThrottled", "Sum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      gold-not-started        = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", "GreaterThanOrEqualToThreshold", "notBreaching"]
      forget-overdue          = ["FedByTweets", "RequestAgeHours", "Maximum", "GreaterThanOrEqualToThreshold", "notBreaching"]
    }
    error_message = "Something is not watched."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.lake["ingest-missing"].period == 3600 && aws_cloudwatch_metric_alarm.lake["ingest-missing"].evaluation_periods == 11
    error_message = "Between 21 and 7 o'clock there are ten hours; with the eleventh a run is missing."
  }

  assert {
    condition = alltrue([for key, alarm in aws_cloudwatch_metric_alarm.lake :
      alarm.threshold == lookup({ ingest-charge = 25, forget-overdue = 20 }, key, 1) &&
      alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:123456789012:lake-test-alarms"]) && alarm.ok_actions == alarm.alarm_actions
    ])
    error_message = "An alarm is not raised by the first count, or tells nobody, or not that all is well again."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.lake["ingest-charge"].period == 86400
    error_message = "The charge is counted by the day."
  }

  assert {
    condition     = length(aws_budgets_budget.account) == 0
    error_message = "A budget is an input."
  }

  assert {
    condition = alltrue([
      aws_sns_topic.alarms.kms_master_key_id == null, aws_secretsmanager_secret.x_token.kms_key_id == null,
      aws_cloudwatch_log_group.state_machine["ingest"].kms_key_id == null,
    ])
    error_message = "A key where none was asked for."
  }

  assert {
    condition = alltrue([for key, alarm in aws_cloudwatch_metric_alarm.lake : alarm.dimensions == tomap(
      alarm.namespace == "AWS/States" ? { StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-${split("-", key)[0]}" } :
      alarm.namespace == "AWS/SQS" ? { QueueName = "lake-test-${split("-", key)[0]}-not-started" } : { Environment = "test" }
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

run "maintenance" {
  command = plan

  assert {
    condition     = jsondecode(aws_sfn_state_machine.machine["maintain"].definition).States.MaintainTables.ItemProcessor.States.Maintain.Resource == "arn:aws:lambda:us-east-1:123456789012:function:lake-test-maintain:7"
    error_message = "Maintain calls something else."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["maintain"].schedule_expression == "cron(30 3 * * ? *)" && aws_scheduler_schedule.machine["maintain"].state == "ENABLED"
    error_message = "Maintenance is daily, at half past three: ${aws_scheduler_schedule.machine["maintain"].schedule_expression}"
  }

  assert {
    condition = toset([for each in jsondecode(aws_scheduler_schedule.machine["maintain"].target[0].input).tables : "${each.layer}.${each.table}"]) == toset([
      "bronze.tweets", "bronze.users", "bronze.places", "bronze.media", "silver.tweets", "silver.users", "silver.places", "silver.media",
      "gold.models", "gold.post_labels", "gold.collection_by_run", "gold.engagement_by_day", "gold.places_by_day", "gold.sentiment_by_day",
      "gold.top_domains_by_day", "gold.top_hashtags_by_day", "gold.topics_by_day", "gold.volume_by_hour",
    ])
    error_message = "A table is not maintained: ${aws_scheduler_schedule.machine["maintain"].target[0].input}"
  }

  assert {
    condition = { for widget in jsondecode(aws_cloudwatch_dashboard.ingest.dashboard_body).widgets : widget.properties.title => [widget.properties.stat, widget.properties.period, [for metric in widget.properties.metrics : metric[1]]] if try(widget.properties.period, 0) == 86400 } == {
      "Live data files"          = ["Sum", 86400, ["LiveFiles"]]
      "Data and metadata, bytes" = ["Sum", 86400, ["DataBytes", "MetadataBytes"]]
    }
    error_message = "The dashboard does not show how large the tables are, day by day: ${aws_cloudwatch_dashboard.ingest.dashboard_body}"
  }
}

run "what_must_be_forgotten" {
  command = plan

  assert {
    condition = {
      for name, state in jsondecode(aws_sfn_state_machine.machine["forget"].definition).States : name => try(state.Resource, state.Result) if try(state.Resource, state.Result, null) != null
      } == {
      ProcessRaw  = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-process-raw:7"
      Begin       = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-forget:7"
      Forget      = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-forget:7"
      Lift        = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-forget:7"
      MergeAnew   = "arn:aws:states:::states:startExecution.sync:2"
      NameWriters = [for machine in ["ingest", "maintain", "gold"] : "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-${machine}"]
    }
    error_message = "It does not call what forgets, or does not wait for whoever writes."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.machine["forget"].definition).States.MergeAnew.Parameters.StateMachineArn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest"
    error_message = "What others have of a subject's users is not merged."
  }

  assert {
    condition     = !contains(keys(aws_scheduler_schedule.machine), "forget") && !contains(keys(aws_sqs_queue.not_started), "forget")
    error_message = "Nothing is forgotten by itself."
  }

  assert {
    condition     = output.forget_state_machine_arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-forget"
    error_message = "Nobody could start it."
  }

  assert {
    condition = [
      for role, policy in output.policies : role if strcontains(policy, "s3:DeleteObjectVersion")
    ] == ["forget"]
    error_message = "Another role than the one that forgets deletes old versions."
  }
}

run "forgetting_without_maintenance_and_gold" {
  command = plan

  variables {
    maintenance = { enabled = false }
    gold        = { enabled = false }
  }

  assert {
    condition     = distinct(jsondecode(aws_sfn_state_machine.machine["forget"].definition).States.NameWriters.Result) == tolist(["arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest"])
    error_message = "It would wait for a state machine that there is not."
  }
}

run "what_follows_a_run" {
  command = plan

  assert {
    condition = {
      for name, state in jsondecode(aws_sfn_state_machine.machine["gold"].definition).States : name => state.Resource if state.Type == "Task"
      } == {
      LabelPosts = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-label-posts:7"
      ToGold     = "arn:aws:lambda:us-east-1:123456789012:function:lake-test-to-gold:7"
    }
    error_message = "It does not label and count."
  }

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.ingested["gold"].event_pattern) == {
      source      = ["aws.states"]
      detail-type = ["Step Functions Execution Status Change"]
      detail = {
        stateMachineArn = ["arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest"]
        status          = ["SUCCEEDED"]
      }
    }
    error_message = "It follows something else than a run that has succeeded: ${aws_cloudwatch_event_rule.ingested["gold"].event_pattern}"
  }

  assert {
    condition     = aws_cloudwatch_event_rule.ingested["gold"].name == "lake-test-gold" && aws_cloudwatch_event_rule.ingested["gold"].event_bus_name == "default"
    error_message = "Nothing follows: AWS tells of executions on the default bus."
  }

  assert {
    condition     = aws_cloudwatch_event_target.ingested["gold"].rule == "lake-test-gold" && aws_cloudwatch_event_target.ingested["gold"].arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-gold" && aws_cloudwatch_event_target.ingested["gold"].role_arn == "arn:aws:iam::123456789012:role/lake/test/lake-test-gold-rule"
    error_message = "The rule starts something else, or may not."
  }

  assert {
    condition     = aws_cloudwatch_event_target.ingested["gold"].input_transformer[0].input_template == "{\"after\": <execution>}" && aws_cloudwatch_event_target.ingested["gold"].input_transformer[0].input_paths == tomap({ execution = "$.detail.executionArn" })
    error_message = "Nobody would know which run it follows, or it knows what that run said."
  }

  assert {
    condition     = aws_cloudwatch_event_target.ingested["gold"].dead_letter_config[0].arn == "arn:aws:sqs:us-east-1:123456789012:lake-test-gold-not-started" && aws_sqs_queue.not_started["gold"].sqs_managed_sse_enabled
    error_message = "A start that fails is lost, or kept in the clear."
  }

  assert {
    condition = jsondecode(aws_sqs_queue_policy.not_started["gold"].policy).Statement == [{
      Sid       = "NotStarted"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:us-east-1:123456789012:lake-test-gold-not-started"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:events:us-east-1:123456789012:rule/lake-test-gold" } }
    }]
    error_message = "The rule cannot say what was not started, or others can: ${aws_sqs_queue_policy.not_started["gold"].policy}"
  }

  assert {
    condition     = !contains(keys(aws_scheduler_schedule.machine), "gold") && strcontains(aws_cloudwatch_dashboard.ingest.dashboard_body, "Labelling and counting")
    error_message = "The clock starts it, too, or the dashboard does not show it."
  }

  assert {
    condition     = output.gold_state_machine_arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-gold"
    error_message = "Nobody could start it."
  }
}

run "subjects_of_questions" {
  command = plan

  variables {
    subjects = [
      { name = "coffee", query = "coffee", questions = true },
      { name = "tea", query = "tea" },
      { name = "mate", query = "mate", questions = true },
    ]
  }

  assert {
    condition     = { for key, function in local.functions : key => function.settings.LAKE_QUESTION_SUBJECTS if can(function.settings.LAKE_QUESTION_SUBJECTS) } == { label_posts = "coffee,mate" }
    error_message = "Whoever labels does not know which posts are questions, or others know."
  }

  assert {
    condition     = !strcontains(output.input, "questions")
    error_message = "Whoever collects would not know what that is."
  }
}

run "a_setting_overrules_lake_yaml" {
  command = plan

  variables {
    subjects = [{ name = "coffee", query = "coffee", questions = true }]
    settings = { label_posts = { LAKE_QUESTION_SUBJECTS = "tea" } }
  }

  assert {
    condition     = local.functions["label_posts"].settings.LAKE_QUESTION_SUBJECTS == "tea"
    error_message = "The setting does not overrule the file, as it does everywhere else."
  }
}

run "labels_with_embeddings" {
  command = plan

  variables {
    label_embeddings = true
  }

  assert {
    condition     = { for key, function in local.functions : key => function.settings.LAKE_EMBEDDINGS if can(function.settings.LAKE_EMBEDDINGS) } == { label_posts = "true", to_gold = "true" }
    error_message = "Labels would be made and not counted, or others know."
  }

  assert {
    condition     = length(local.architectures) == 1 && local.architectures["label_posts"] == "x86_64" && local.functions.label_posts.size.memory_mb == 2048 && local.functions.to_gold.size.memory_mb == 1024
    error_message = "label-posts has no room for the language model, or the wrong processor."
  }
}

run "limits_of_a_month_on_the_page" {
  command = plan

  variables {
    subjects = [
      { name = "coffee", query = "coffee", max_posts_per_month = 20000 },
      { name = "tea", query = "tea" },
      { name = "mate", query = "mate", max_posts_per_month = 500 },
    ]
    settings = { to_gold = { LAKE_PAGE_LANGUAGE = "pt" } }
  }

  assert {
    condition     = local.functions["to_gold"].settings == { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test", LAKE_MONTHLY_POSTS = "coffee=20000,mate=500", LAKE_PAGE_LANGUAGE = "pt" }
    error_message = "The page does not show what is left of a month, or opens in another language: ${jsonencode(local.functions["to_gold"].settings)}"
  }
}

run "a_page_on_the_web" {
  command = plan

  variables {
    lake = {
      bucket    = { name = "lake", arn = "arn:aws:s3:::lake" }
      databases = { bronze = "test_bronze", silver = "test_silver", gold = "test_gold" }
      results   = { name = "results", arn = "arn:aws:s3:::results" }
      page      = { name = "page", arn = "arn:aws:s3:::page" }
    }
  }

  assert {
    condition     = { for key, function in local.functions : key => function.settings.LAKE_PAGE_BUCKET if can(function.settings.LAKE_PAGE_BUCKET) } == { to_gold = "page" }
    error_message = "Whoever writes the page does not know its bucket, or others know."
  }
}

run "no_gold" {
  command = plan

  variables {
    gold = { enabled = false }
  }

  assert {
    condition     = !contains(keys(output.functions), "label_posts") && !contains(keys(output.functions), "to_gold") && !contains(keys(aws_sfn_state_machine.machine), "gold") && output.gold_state_machine_arn == null
    error_message = "It is there although it is switched off."
  }

  assert {
    condition     = length(aws_cloudwatch_event_rule.ingested) + length(aws_cloudwatch_event_target.ingested) + length(aws_iam_role.rule) + length(aws_sqs_queue_policy.not_started) == 0 && !contains(keys(aws_sqs_queue.not_started), "gold")
    error_message = "Something follows a run."
  }

  assert {
    condition     = !anytrue([for key in keys(aws_cloudwatch_metric_alarm.lake) : startswith(key, "gold-")]) && !strcontains(aws_cloudwatch_dashboard.ingest.dashboard_body, "Labelling and counting")
    error_message = "What is not there is watched."
  }

  assert {
    condition     = contains([for each in jsondecode(aws_scheduler_schedule.machine["maintain"].target[0].input).tables : each.table], "post_labels")
    error_message = "Tables that stay are not maintained any more."
  }
}

run "no_maintenance" {
  command = plan

  variables {
    maintenance = { enabled = false }
    forget      = { enabled = false }
    gold        = { enabled = false }
  }

  assert {
    condition     = keys(output.functions) == ["get_tweets", "places_to_silver", "process_raw", "tweets_to_silver", "users_to_silver"]
    error_message = "Ingest does not stand by itself."
  }

  assert {
    condition     = keys(aws_sfn_state_machine.machine) == ["ingest"] && alltrue([for key in keys(aws_cloudwatch_metric_alarm.lake) : startswith(key, "ingest-")]) && !strcontains(aws_cloudwatch_dashboard.ingest.dashboard_body, "LiveFiles") && !strcontains(aws_cloudwatch_dashboard.ingest.dashboard_body, "RequestAgeHours")
    error_message = "Something of maintenance is left."
  }
}

run "what_x_says_is_gone" {
  command = plan

  variables {
    comply = { enabled = true }
  }

  assert {
    condition = {
      for name, state in merge(
        jsondecode(aws_sfn_state_machine.machine["comply"].definition).States,
        jsondecode(aws_sfn_state_machine.machine["comply"].definition).States.ForgetAll.ItemProcessor.States,
      ) : name => [state.Resource, try(state.Parameters.StateMachineArn, "")] if state.Type == "Task"
      } == {
      Comply = ["arn:aws:lambda:us-east-1:123456789012:function:lake-test-comply:7", ""]
      Forget = ["arn:aws:states:::states:startExecution.sync:2", "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-forget"]
    }
    error_message = "It does not ask, or does not have forgotten what comes back."
  }

  assert {
    condition     = local.functions["comply"].image == var.images.comply && local.functions["comply"].settings == { LAKE_BUCKET = "lake", LAKE_ENVIRONMENT = "test", X_BEARER_TOKEN_SECRET_ID = "lake-test/x-bearer-token" }
    error_message = "It finds the lake or the token not."
  }

  assert {
    condition     = aws_scheduler_schedule.machine["comply"].schedule_expression == "cron(30 4 * * ? *)" && aws_scheduler_schedule.machine["comply"].state == "ENABLED" && aws_scheduler_schedule.machine["comply"].target[0].input == "{}"
    error_message = "X is asked daily, at half past four: ${aws_scheduler_schedule.machine["comply"].schedule_expression}"
  }

  assert {
    condition = { for key, alarm in aws_cloudwatch_metric_alarm.lake : key => [alarm.namespace, alarm.metric_name, alarm.comparison_operator, alarm.treat_missing_data, alarm.evaluation_periods * alarm.period] if startswith(key, "comply-") } == {
      comply-failed      = ["AWS/States", "ExecutionsFailed", "GreaterThanOrEqualToThreshold", "notBreaching", 300]
      comply-timed-out   = ["AWS/States", "ExecutionsTimedOut", "GreaterThanOrEqualToThreshold", "notBreaching", 300]
      comply-aborted     = ["AWS/States", "ExecutionsAborted", "GreaterThanOrEqualToThreshold", "notBreaching", 300]
      comply-throttled   = ["AWS/States", "ExecutionThrottled", "GreaterThanOrEqualToThreshold", "notBreaching", 300]
      comply-missing     = ["AWS/States", "ExecutionsStarted", "LessThanThreshold", "breaching", 25 * 3600]
      comply-not-started = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "GreaterThanOrEqualToThreshold", "notBreaching", 300]
      comply-overdue     = ["AWS/States", "ExecutionsSucceeded", "LessThanThreshold", "breaching", 48 * 3600]
    }
    error_message = "Something is not watched."
  }

  assert {
    condition = alltrue([for key, alarm in aws_cloudwatch_metric_alarm.lake :
      alarm.dimensions == tomap({ StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-comply" }) if startswith(key, "comply-") && alarm.namespace == "AWS/States"
    ])
    error_message = "An alarm watches something else."
  }

  assert {
    condition     = local.machines.comply.seconds < 24 * 3600
    error_message = "A check that is not fulfilled within 24 hours ends without an alarm."
  }

  assert {
    condition     = output.comply_state_machine_arn == "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-comply"
    error_message = "Nobody could start it."
  }
}

run "nothing_is_asked_that_nobody_could_forget" {
  command = plan

  variables {
    comply = { enabled = true }
    forget = { enabled = false }
  }

  expect_failures = [var.comply]
}

run "x_is_asked_where_somebody_wants_it" {
  command = plan

  assert {
    condition     = !contains(keys(output.functions), "comply") && !contains(keys(aws_sfn_state_machine.machine), "comply") && output.comply_state_machine_arn == null
    error_message = "An account without access to compliance jobs would be asked for them."
  }
}

run "the_schedule_of_others" {
  command = plan

  variables {
    schedule = { hours = [22, 9], time_zone = "Europe/Paris", enabled = false }
  }

  assert {
    condition     = aws_scheduler_schedule.machine["ingest"].schedule_expression == "cron(0 9,22 * * ? *)" && aws_scheduler_schedule.machine["ingest"].schedule_expression_timezone == "Europe/Paris" && aws_scheduler_schedule.machine["ingest"].state == "DISABLED"
    error_message = "Not what was asked for: ${aws_scheduler_schedule.machine["ingest"].schedule_expression}"
  }

  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.lake), "ingest-missing")
    error_message = "No run is missing where none is scheduled."
  }
}

run "no_schedule_that_starts_runs_into_each_other" {
  command = plan

  variables {
    schedule = { hours = [7, 12, 21] }
  }

  expect_failures = [aws_scheduler_schedule.machine["ingest"]]
}

run "no_schedule_that_starts_runs_into_each_other_at_night" {
  command = plan

  variables {
    schedule = { hours = [1, 20] }
  }

  expect_failures = [aws_scheduler_schedule.machine["ingest"]]
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
      databases   = { bronze = "test_bronze", silver = "test_silver", gold = "test_gold" }
      results     = { name = "results", arn = "arn:aws:s3:::results" }
      kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    monthly_budget_usd     = 20
    daily_charge_alarm_usd = 2.5
    comply                 = { enabled = true }
  }

  assert {
    condition = alltrue([for key in [
      aws_sns_topic.alarms.kms_master_key_id, aws_secretsmanager_secret.x_token.kms_key_id, aws_cloudwatch_log_group.state_machine["ingest"].kms_key_id,
      aws_sqs_queue.not_started["ingest"].kms_master_key_id,
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
      maintain         = "s3: kms:Decrypt kms:GenerateDataKey"
      forget           = "s3: kms:Decrypt kms:GenerateDataKey"
      comply           = "s3: kms:Decrypt kms:GenerateDataKey secretsmanager: kms:Decrypt kms:GenerateDataKey"
      label-posts      = "s3: kms:Decrypt kms:GenerateDataKey"
      to-gold          = "s3: kms:Decrypt kms:GenerateDataKey"

      ingest-schedule        = "sqs: kms:Decrypt kms:GenerateDataKey"
      ingest-state-machine   = ""
      maintain-schedule      = "sqs: kms:Decrypt kms:GenerateDataKey"
      maintain-state-machine = ""
      forget-state-machine   = ""
      comply-schedule        = "sqs: kms:Decrypt kms:GenerateDataKey"
      comply-state-machine   = ""
      gold-rule              = ""
      gold-state-machine     = ""
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
    condition     = aws_cloudwatch_metric_alarm.lake["ingest-charge"].threshold == 2.5
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
    condition     = length(jsondecode(aws_scheduler_schedule.machine["ingest"].target[0].input).subjects) == 100
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
