run "environments_and_their_deployments" {
  command = plan

  # Alarms of single functions are an input.
  assert {
    condition     = length(setsubtract(keys(local.environments.staging), keys(local.environments.production))) == 0
    error_message = "Staging has what production has not: ${jsonencode(setsubtract(keys(local.environments.staging), keys(local.environments.production)))}"
  }

  assert {
    condition     = toset([for address in setsubtract(keys(local.environments.production), keys(local.environments.staging)) : local.environments.production[address].type]) == toset(["aws_cloudwatch_metric_alarm"])
    error_message = "Production has what staging has not: ${jsonencode(setsubtract(keys(local.environments.production), keys(local.environments.staging)))}"
  }

  # What is off by default.
  assert {
    condition = toset([for resource in values(local.resources.staging) : resource.type if !contains(values(local.resources.defaults)[*].type, resource.type)]) == toset([
      "aws_cloudfront_cache_policy", "aws_cloudfront_distribution", "aws_cloudfront_function", "aws_cloudfront_origin_access_control",
      "aws_cloudfront_response_headers_policy", "aws_quicksight_data_set", "aws_quicksight_data_source", "aws_quicksight_refresh_schedule",
    ])
    error_message = "Not all that is off by default, or more: ${jsonencode(distinct([for resource in values(local.resources.staging) : resource.type if !contains(values(local.resources.defaults)[*].type, resource.type)]))}"
  }

  assert {
    condition     = !anytrue([for address in keys(local.resources.defaults) : can(regex("page|quicksight|fact|analyst|comply", address))])
    error_message = "Something is there that nobody asked for: ${jsonencode([for address in keys(local.resources.defaults) : address if can(regex("page|quicksight|fact|analyst|comply", address))])}"
  }

  assert {
    condition = alltrue([for environment, resources in local.environments :
      resources["module.pipeline.module.function[\"to_gold\"].aws_lambda_function.function"].values.environment[0].variables.LAKE_PAGE_BUCKET == resources["module.page[0].aws_s3_bucket.page"].values.bucket
    ])
    error_message = "The page on the web is not where it is written."
  }

  assert {
    condition = output.differences == tolist([
      "aws_athena_workgroup.lake configuration",
      "aws_athena_workgroup.lake force_destroy",
      "aws_cloudwatch_log_group.function retention_in_days",
      "aws_cloudwatch_log_group.state_machine retention_in_days",
      "aws_cloudwatch_metric_alarm.lake alarm_description",
      "aws_cloudwatch_metric_alarm.lake threshold",
      "aws_lambda_function.function environment",
      "aws_s3_bucket.lake force_destroy",
      "aws_s3_bucket_policy.lake policy",
      "aws_scheduler_schedule.machine target",
      "aws_secretsmanager_secret.x_token recovery_window_in_days",
    ])
    error_message = "Not what terraform.tfvars and lake.yaml say: ${jsonencode(output.differences)}"
  }

  assert {
    condition     = length(local.permissions) > 150 && alltrue([for permission in local.permissions : can(regex("^[a-z0-9-]+:[A-Za-z]+$", permission.action))])
    error_message = "An action is not named in full."
  }

  assert {
    condition = alltrue([for permission in local.permissions : permission.resource != "*" || startswith(permission.action, "xray:") ||
      (strcontains(permission.address, "aws_iam_role_policy.state_machine[") && startswith(permission.action, "logs:"))
    ])
    error_message = "A resource is not named: ${jsonencode([for permission in local.permissions : permission if permission.resource == "*"])}"
  }

  # A deployment could not make the roles work otherwise.
  assert {
    condition = alltrue([for permission in local.permissions : anytrue([
      for pattern in lookup(local.boundaries[permission.environment], permission.action, []) : can(regex(pattern, permission.resource))
    ])])
    error_message = "bootstrap's boundary does not let a role do its work: ${jsonencode([for permission in local.permissions : permission if !anytrue([
      for pattern in lookup(local.boundaries[permission.environment], permission.action, []) : can(regex(pattern, permission.resource))
    ])])}"
  }

  assert {
    condition = alltrue(flatten([for environment, resources in local.environments : [
      for resource in values(resources) : resource.values.path == "/fed-by-tweets/${environment}/" && resource.values.permissions_boundary == "arn:aws:iam::123456789012:policy/fed-by-tweets/${environment}-boundary" if resource.type == "aws_iam_role"
    ]]))
    error_message = "A role is not where deployments may make roles."
  }

  assert {
    condition = alltrue([for environment, resources in local.environments :
      length(setsubtract(values(resources)[*].type, keys(local.makers[environment]))) == 0
    ])
    error_message = "There is a new kind of thing: say in plans/main.tf what makes it, and let bootstrap/grants.tf allow that."
  }

  assert {
    condition = alltrue(flatten([for environment, resources in local.environments : [
      for resource in values(resources) : anytrue([
        for pattern in lookup(local.deployments[environment], local.makers[environment][resource.type][0], []) :
        can(regex(pattern, "${local.makers[environment][resource.type][1]}${try(resource.values[local.makers[environment][resource.type][2]], "")}${lookup({ aws_secretsmanager_secret = "-AbCdEf", aws_glue_catalog_table = "/${try(resource.values.name, "")}", aws_scheduler_schedule = "/${try(resource.values.name, "")}" }, resource.type, "")}"))
      ])
    ]]))
    error_message = "A deployment may not make: ${jsonencode(flatten([for environment, resources in local.environments : [
      for resource in values(resources) : "${environment} ${resource.address}" if !anytrue([
        for pattern in lookup(local.deployments[environment], local.makers[environment][resource.type][0], []) :
        can(regex(pattern, "${local.makers[environment][resource.type][1]}${try(resource.values[local.makers[environment][resource.type][2]], "")}${lookup({ aws_secretsmanager_secret = "-AbCdEf", aws_glue_catalog_table = "/${try(resource.values.name, "")}", aws_scheduler_schedule = "/${try(resource.values.name, "")}" }, resource.type, "")}"))
      ])
    ]]))}"
  }

  assert {
    condition = alltrue([for environment, resources in local.environments :
      length([for resource in values(resources) : resource if resource.type == "aws_lambda_function"]) == 10 &&
      alltrue([for resource in values(resources) : can(regex("@sha256:[0-9a-f]{64}$", resource.values.image_uri)) && resource.values.architectures == ["arm64"] && resource.values.timeout == 900 if resource.type == "aws_lambda_function"])
    ])
    error_message = "Ten functions, of images by digest."
  }

  assert {
    condition = alltrue([for environment, resources in local.environments : {
      for resource in values(resources) : trimprefix(resource.values.function_name, "fed-by-tweets-${environment}-") => split("@", split("/", resource.values.image_uri)[2])[0] if resource.type == "aws_lambda_function"
      } == {
      get-tweets       = "get-tweets"
      process-raw      = "process-raw"
      places-to-silver = "to-silver"
      tweets-to-silver = "to-silver"
      users-to-silver  = "to-silver"
      maintain         = "maintain"
      forget           = "forget"
      comply           = "comply"
      label-posts      = "label-posts"
      to-gold          = "to-gold"
    }])
    error_message = "A function has another's image."
  }

  assert {
    condition = alltrue([for environment, resources in local.environments :
      toset([for resource in values(resources) : "${resource.values.name}.sql" if resource.type == "aws_athena_named_query"]) == fileset("${path.module}/../../queries", "*.sql")
    ])
    error_message = "A shipped query is not saved."
  }

  assert {
    condition = alltrue(flatten([for environment, resources in local.environments : [
      for resource in values(resources) :
      resource.values.query == replace(replace(replace(file("${path.module}/../../queries/${resource.values.name}.sql"), "silver.", "${environment}_silver."), "bronze.", "${environment}_bronze."), "gold.", "${environment}_gold.")
      if resource.type == "aws_athena_named_query"
    ]]))
    error_message = "A query is not about the environment's databases, or something else in it was changed."
  }

  assert {
    condition = alltrue(flatten([for resources in values(local.environments) : [
      for resource in values(resources) : endswith(resource.values.description, "?") if resource.type == "aws_athena_named_query"
    ]]))
    error_message = "A query is found by its question."
  }
}

