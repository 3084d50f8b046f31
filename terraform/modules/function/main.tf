data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name

  # Built from names, so that policies are readable in the plan, before anything exists.
  log_group_arn = "arn:${local.partition}:logs:${local.region}:${var.account_id}:log-group:${aws_cloudwatch_log_group.function.name}"
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_lambda_function" "function" {
  function_name                  = var.name
  description                    = var.description
  role                           = aws_iam_role.function.arn
  package_type                   = "Image"
  image_uri                      = var.image_uri
  architectures                  = [var.architecture]
  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  publish                        = true
  reserved_concurrent_executions = coalesce(var.reserved_concurrency, -1)

  ephemeral_storage {
    size = var.ephemeral_storage_mb
  }

  environment {
    variables = var.environment_variables
  }

  logging_config {
    log_format       = "JSON"
    log_group        = aws_cloudwatch_log_group.function.name
    system_log_level = "INFO"
  }

  tracing_config {
    mode = "Active"
  }

  depends_on = [aws_iam_role_policy.function]
}
