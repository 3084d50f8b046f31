# Plans with the real provider; nothing is asked of AWS.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  name        = "test-get-tweets"
  description = "A test."
  account_id  = "123456789012"
  image_uri   = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  permissions = [{
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::lake/raw/*"]
    conditions = [{
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = ["123456789012"]
    }]
  }]
  role_path                = "/lake/"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  alarm_topic_arn          = "arn:aws:sns:us-east-1:123456789012:alarms"
}

run "a_function" {
  command = plan

  assert {
    condition     = aws_lambda_function.function.package_type == "Image" && aws_lambda_function.function.image_uri == var.image_uri
    error_message = "The function is not the image."
  }

  assert {
    condition     = tolist(aws_lambda_function.function.architectures) == tolist(["arm64"])
    error_message = "arm64 unless told otherwise."
  }

  assert {
    condition     = aws_lambda_function.function.timeout == 900 && aws_lambda_function.function.reserved_concurrent_executions == -1
    error_message = "All the time that Lambda gives, and no concurrency taken from others."
  }

  assert {
    condition     = aws_lambda_function.function.publish
    error_message = "A deployment would change a run under way."
  }

  assert {
    condition     = aws_lambda_function.function.tracing_config[0].mode == "Active"
    error_message = "Not traced."
  }

  assert {
    condition     = aws_lambda_function.function.logging_config[0].log_format == "JSON" && aws_lambda_function.function.logging_config[0].log_group == "/aws/lambda/test-get-tweets"
    error_message = "Does not log JSON into its own group."
  }

  assert {
    condition     = aws_cloudwatch_log_group.function.retention_in_days == 30
    error_message = "Logs must not be kept for ever."
  }

  assert {
    condition = jsondecode(aws_iam_role.function.assume_role_policy).Statement == [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }]
    error_message = "Someone else than Lambda can take the role: ${aws_iam_role.function.assume_role_policy}"
  }

  assert {
    condition     = aws_iam_role.function.permissions_boundary == var.permissions_boundary_arn && aws_iam_role.function.path == "/lake/"
    error_message = "The role is not bounded, or not in its path."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.function.policy).Statement == [
      {
        Sid       = "Read"
        Effect    = "Allow"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::lake/raw/*"
        Condition = { StringEquals = { "aws:ResourceAccount" = "123456789012" } }
      },
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:PutLogEvents", "logs:CreateLogStream"]
        Resource = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/test-get-tweets:*"
      },
      {
        Sid      = "Trace"
        Effect   = "Allow"
        Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
        Resource = "*"
      },
    ]
    error_message = "Not exactly what was asked for, its log and its traces: ${aws_iam_role_policy.function.policy}"
  }

  assert {
    condition = { for key, alarm in aws_cloudwatch_metric_alarm.function : key => [alarm.metric_name, alarm.statistic, alarm.threshold] } == {
      errors    = ["Errors", "Sum", 3]
      throttles = ["Throttles", "Sum", 1]
      duration  = ["Duration", "Maximum", 882000]
    }
    error_message = "Errors, throttles and duration are watched."
  }

  assert {
    condition = alltrue([for alarm in aws_cloudwatch_metric_alarm.function :
      alarm.namespace == "AWS/Lambda" && alarm.dimensions.FunctionName == "test-get-tweets" && alarm.treat_missing_data == "notBreaching" && alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == alarm.alarm_actions
    ])
    error_message = "Alarms watch another function, are raised by silence, or tell nobody."
  }
}

run "no_alarms_if_not_wanted" {
  command = plan

  variables {
    alarms_enabled = false
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.function) == 0
    error_message = "Alarms cost money."
  }
}

# Each of these has several wrong inputs, of which every one must be refused.

run "no_tag_no_star_in_an_action_no_secret" {
  command = plan

  variables {
    image_uri             = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets:latest"
    permissions           = [{ sid = "Read", actions = ["s3:Get*"], resources = ["arn:aws:s3:::lake/raw/*"] }]
    environment_variables = { X_BEARER_TOKEN = "made up" }
    timeout_seconds       = 901
  }

  expect_failures = [var.image_uri, var.permissions, var.environment_variables, var.timeout_seconds]
}

run "no_tag_beside_the_digest_no_star_for_all_actions" {
  command = plan

  variables {
    image_uri   = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets:v1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    permissions = [{ sid = "All", actions = ["*"], resources = ["arn:aws:s3:::lake/raw/*"] }]
  }

  expect_failures = [var.image_uri, var.permissions]
}

run "no_image_without_a_digest_no_star_for_all_resources" {
  command = plan

  variables {
    image_uri   = "123456789012.dkr.ecr.us-east-1.amazonaws.com/get-tweets"
    permissions = [{ sid = "Read", actions = ["s3:GetObject"], resources = ["*"] }]
  }

  expect_failures = [var.image_uri, var.permissions]
}

run "not_all_resources_of_a_service" {
  command = plan

  variables {
    permissions = [{ sid = "Read", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::*/*"] }]
  }

  expect_failures = [var.permissions]
}
