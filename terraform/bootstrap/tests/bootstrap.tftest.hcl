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
  account_id = "123456789012"
  repository = "somebody/fed-by-tweets"
}

run "an_account" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "A state that was overwritten could not be brought back."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Not encrypted."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls, aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls, aws_s3_bucket_public_access_block.state.restrict_public_buckets,
    ])
    error_message = "It could become public."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Effect == "Deny" && jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition == { Bool = { "aws:SecureTransport" = "false" } }
    error_message = "It takes plain HTTP."
  }

  assert {
    condition     = toset([for repository in aws_ecr_repository.image : repository.name]) == toset(["fed-by-tweets/get-tweets", "fed-by-tweets/process-raw", "fed-by-tweets/to-silver", "fed-by-tweets/maintain", "fed-by-tweets/forget", "fed-by-tweets/comply", "fed-by-tweets/label-posts", "fed-by-tweets/label-posts-embeddings", "fed-by-tweets/to-gold"])
    error_message = "Nine images serve ten functions."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.image : repository.image_tag_mutability == "IMMUTABLE" && repository.image_scanning_configuration[0].scan_on_push])
    error_message = "A tag could come to mean another image, or nobody scans it."
  }

  assert {
    condition     = alltrue([for lifecycle in aws_ecr_lifecycle_policy.image : length(jsondecode(lifecycle.policy).rules) == 2])
    error_message = "Images would be kept for ever."
  }

  assert {
    condition = alltrue([for policy in aws_ecr_repository_policy.image : jsondecode(policy.policy).Statement == [{
      Sid       = "Lambda"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:lambda:us-east-1:123456789012:function:fed-by-tweets-*" } }
    }]])
    error_message = "Lambda cannot fetch the images, or somebody else can."
  }

  assert {
    condition = { for key, role in aws_iam_role.deployment : key => join(" ", sort(flatten([jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]]))) } == {
      staging-deploy    = "repo:somebody/fed-by-tweets:environment:staging"
      staging-plan      = "repo:somebody/fed-by-tweets:pull_request repo:somebody/fed-by-tweets:ref:refs/heads/main"
      production-deploy = "repo:somebody/fed-by-tweets:environment:production"
      production-plan   = "repo:somebody/fed-by-tweets:pull_request repo:somebody/fed-by-tweets:ref:refs/heads/main"
    }
    error_message = "A role is not bound to its repository and environment."
  }

  assert {
    condition = alltrue([for role in aws_iam_role.deployment :
      length(jsondecode(role.assume_role_policy).Statement) == 1 &&
      jsondecode(role.assume_role_policy).Statement[0].Action == "sts:AssumeRoleWithWebIdentity" &&
      jsondecode(role.assume_role_policy).Statement[0].Principal == { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } &&
      keys(jsondecode(role.assume_role_policy).Statement[0].Condition) == ["StringEquals"] &&
      jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
    ])
    error_message = "Somebody else than GitHub can take a role."
  }

  assert {
    condition = alltrue(flatten([
      for policy in concat(values(aws_iam_policy.deployment), values(aws_iam_policy.boundary)) : [
        for statement in jsondecode(policy.policy).Statement : [for action in flatten([statement.Action]) : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]
      ]
    ]))
    error_message = "An action is not named in full."
  }

  # The services know no resource for these.
  assert {
    condition = toset(flatten([
      for policy in values(aws_iam_policy.deployment) : [
        for statement in jsondecode(policy.policy).Statement : statement.Action if contains(flatten([statement.Resource]), "*")
      ]
    ])) == toset(["states:ValidateStateMachineDefinition", "ecr:GetAuthorizationToken"])
    error_message = "A resource is not named."
  }

  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_policy.deployment), values(aws_iam_policy.boundary)) : length(jsonencode(jsondecode(policy.policy))) <= 6144])
    error_message = "IAM takes policies of up to 6144 characters."
  }

  assert {
    condition     = alltrue([for role in keys(local.roles) : length([for policy in values(local.policies) : policy if policy.role == role]) <= 10])
    error_message = "A role takes up to ten policies."
  }

  assert {
    condition = alltrue(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : can(regex("^[a-z0-9]+:(Get|List|Describe|Validate|View)", action))
        ]
      ] if strcontains(key, "-plan-")
    ]))
    error_message = "A pull request could change something."
  }

  assert {
    condition = toset(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Resource if contains(flatten([statement.Action]), "s3:GetObject")
      ] if strcontains(key, "-plan-")
      ])) == toset([
      "arn:aws:s3:::fed-by-tweets-state-123456789012/production/terraform.tfstate",
      "arn:aws:s3:::fed-by-tweets-state-123456789012/staging/terraform.tfstate",
    ])
    error_message = "A pull request could read more than the states."
  }

  assert {
    condition = length(setintersection(
      ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObjectVersion", "glue:DeleteDatabase", "secretsmanager:DeleteSecret"],
      flatten([for key, policy in aws_iam_policy.deployment : jsondecode(policy.policy).Statement[*].Action if startswith(key, "production-")]),
    )) == 0
    error_message = "A deployment could lose production's data."
  }

  # Locks alone.
  assert {
    condition = flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Resource if contains(flatten([statement.Action]), "s3:DeleteObject")
      ] if startswith(key, "production-")
    ]) == ["arn:aws:s3:::fed-by-tweets-state-123456789012/production/terraform.tfstate.tflock"]
    error_message = "A deployment could delete objects of production."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(aws_iam_policy.deployment) : [
        for statement in jsondecode(policy.policy).Statement : !contains(flatten([statement.Action]), "secretsmanager:GetSecretValue")
      ]
    ]))
    error_message = "A deployment could read the token."
  }

  assert {
    condition = alltrue(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Condition == { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::123456789012:policy/fed-by-tweets/${split("-", key)[0]}-boundary" } }
        if length(setintersection(flatten([statement.Action]), ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"])) > 0
      ]
    ]))
    error_message = "A deployment could make a role that may do more than itself."
  }

  assert {
    condition = toset(flatten([
      for policy in values(aws_iam_policy.deployment) : [
        for statement in jsondecode(policy.policy).Statement : statement.Condition.StringEquals["iam:PassedToService"] if contains(flatten([statement.Action]), "iam:PassRole")
      ]
    ])) == toset(["events.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com"])
    error_message = "Roles can be given to other services."
  }

  assert {
    condition = length(setintersection(
      ["iam:AttachRolePolicy", "iam:CreatePolicyVersion", "iam:DeleteRolePermissionsBoundary", "iam:SetDefaultPolicyVersion"],
      flatten([for policy in values(aws_iam_policy.deployment) : jsondecode(policy.policy).Statement[*].Action]),
    )) == 0
    error_message = "A deployment could get round the boundary."
  }

  # Nothing of the other environment, and nothing of the deployments themselves.
  assert {
    condition = alltrue(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : [
          for resource in flatten([statement.Resource]) : !strcontains(resource, startswith(key, "staging-") ? "production" : "staging") && !strcontains(resource, "deployment")
        ]
      ]
    ]))
    error_message = "A role reaches into another environment, or to itself."
  }

  assert {
    condition = { for environment, policy in aws_iam_policy.boundary : environment => flatten([
      for statement in jsondecode(policy.policy).Statement : sort(statement.Condition.StringEquals["kms:ViaService"]) if statement.Sid == "Key"
      ]) } == { for environment in ["staging", "production"] : environment => [
      "s3.us-east-1.amazonaws.com", "secretsmanager.us-east-1.amazonaws.com", "sqs.us-east-1.amazonaws.com",
    ] }
    error_message = "A key of one's own could not be used for the lake, the token or the queue."
  }

  assert {
    condition = { for environment, policy in aws_iam_policy.boundary : environment => [
      for statement in jsondecode(policy.policy).Statement : statement.Condition if statement.Sid == "OldVersions" || statement.Sid == "Checkpoints"
      ] } == { for environment in ["staging", "production"] : environment => [
      for what in ["checkpoints", "old versions"] : { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/fed-by-tweets/${environment}/fed-by-tweets-${environment}-forget" } }
    ] }
    error_message = "Another role than the one that forgets could delete old versions, or a checkpoint."
  }

  assert {
    condition = { for environment, policy in aws_iam_policy.boundary : environment => toset(flatten([
      for statement in jsondecode(policy.policy).Statement : statement.Resource if contains(flatten([statement.Action]), "s3:DeleteObject")
      ])) } == { for environment in ["staging", "production"] : environment => toset([
      for folder in ["bronze", "silver", "gold", "state/collector", "state/forget-requests"] : "arn:aws:s3:::fed-by-tweets-${environment}-lake-123456789012/${folder}/*"
    ]) }
    error_message = "A role could delete a page."
  }

  # After a deployment, in every environment.
  assert {
    condition = alltrue([for environment in ["staging", "production"] : toset(flatten([
      for statement in jsondecode(aws_iam_policy.deployment["${environment}-deploy-questions"].policy).Statement : statement.Action
      ])) == toset([
      "athena:GetQueryExecution", "athena:GetQueryResults", "athena:StartQueryExecution", "athena:StopQueryExecution", "glue:GetDatabase",
      "glue:GetTable", "kms:Decrypt", "kms:GenerateDataKey", "s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts",
      "s3:PutObject", "states:ListExecutions",
    ])])
    error_message = "A deployment cannot ask the lake a question, or can do more."
  }

  assert {
    condition     = contains(keys(aws_iam_policy.deployment), "staging-deploy-smoke") && !contains(keys(aws_iam_policy.deployment), "production-deploy-smoke")
    error_message = "A deployment to production could start a run, which X charges for."
  }

  assert {
    condition     = contains(keys(aws_iam_policy.deployment), "staging-deploy-images") && !contains(keys(aws_iam_policy.deployment), "production-deploy-images")
    error_message = "Images are pushed by staging alone; production takes the digests that staging ran."
  }
}

run "an_account_that_knows_github" {
  command = plan

  variables {
    identity_provider_exists = true
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "An account can have one such provider only."
  }
}

run "no_repository_with_a_star" {
  command = plan

  variables {
    repository = "somebody/*"
  }

  expect_failures = [var.repository]
}

# GitHub writes the numbers behind an @; its first announcement wrote them behind a hyphen.
run "a_repository_with_immutable_numbers" {
  command = plan

  variables {
    subject_prefix = "repo:somebody@123456/fed-by-tweets@456789"
  }

  assert {
    condition     = jsondecode(aws_iam_role.deployment["production-deploy"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:somebody@123456/fed-by-tweets@456789:environment:production"
    error_message = "A repository that was created since mid-2026 could not deploy."
  }
}

run "a_repository_with_numbers_as_first_announced" {
  command = plan

  variables {
    subject_prefix = "repo:somebody-123456/fed-by-tweets-456789"
  }

  assert {
    condition     = jsondecode(aws_iam_role.deployment["staging-deploy"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:somebody-123456/fed-by-tweets-456789:environment:staging"
    error_message = "A repository with the other form of numbers could not deploy."
  }
}

run "no_subject_of_another_repository" {
  command = plan

  variables {
    subject_prefix = "repo:somebody@123456/other@456789"
  }

  expect_failures = [var.subject_prefix]
}

run "no_subject_with_a_star" {
  command = plan

  variables {
    subject_prefix = "repo:somebody@*/fed-by-tweets@*"
  }

  expect_failures = [var.subject_prefix]
}

run "an_account_for_production_alone" {
  command = plan

  variables {
    environments      = { production = { protected = true } }
    images_account_id = "210987654321"
  }

  assert {
    condition     = length(aws_ecr_repository.image) == 0 && length(aws_ecr_repository_policy.image) == 0
    error_message = "A registry that nobody uses."
  }

  assert {
    condition = toset(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Resource if strcontains(jsonencode(statement.Action), "ecr:BatchGetImage")
      ]
      ])) == toset([
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/get-tweets",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/process-raw",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/to-silver",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/maintain",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/forget",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/comply",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/label-posts",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/label-posts-embeddings",
      "arn:aws:ecr:us-east-1:210987654321:repository/fed-by-tweets/to-gold",
    ])
    error_message = "The deployment could not take the images from where they are."
  }
}

run "an_account_whose_images_another_one_runs" {
  command = plan

  variables {
    environments  = { staging = { protected = false, pushes_images = true, runs_smoke_test = true } }
    image_readers = ["210987654321"]
  }

  assert {
    condition = alltrue([for policy in aws_ecr_repository_policy.image :
      jsondecode(policy.policy).Statement[0].Condition.ArnLike["aws:SourceArn"] == ["arn:aws:lambda:us-east-1:123456789012:function:fed-by-tweets-*", "arn:aws:lambda:us-east-1:210987654321:function:fed-by-tweets-*"] &&
      jsondecode(policy.policy).Statement[1].Principal == { AWS = "arn:aws:iam::210987654321:root" }
    ])
    error_message = "The other account's functions could not start: ${aws_ecr_repository_policy.image["to-silver"].policy}"
  }
}

run "what_is_off_unless_asked_for" {
  command = plan

  variables {
    environments = {
      staging    = { protected = false, page = true }
      production = { protected = true, page = true, quicksight = true }
    }
  }

  assert {
    condition     = toset([for key in keys(aws_iam_policy.deployment) : key if can(regex("-(page|quicksight)$", key))]) == toset(["staging-deploy-page", "staging-plan-page", "production-deploy-page", "production-plan-page", "production-deploy-quicksight", "production-plan-quicksight"])
    error_message = "Deployments may make what nobody asked for, or may not make what somebody did."
  }

  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_policy.deployment), values(aws_iam_policy.boundary)) : length(jsonencode(jsondecode(policy.policy))) <= 6144])
    error_message = "IAM takes policies of up to 6144 characters."
  }

  assert {
    condition     = alltrue([for role in keys(local.roles) : length([for policy in values(local.policies) : policy if policy.role == role]) <= 10])
    error_message = "A role takes up to ten policies."
  }

  # The page is a copy; nothing else of what is protected can be deleted.
  assert {
    condition = toset(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Resource
        if length(setintersection(flatten([statement.Action]), ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObject", "s3:DeleteObjectVersion"])) > 0
      ] if startswith(key, "production-deploy-")
      ])) == toset([
      "arn:aws:s3:::fed-by-tweets-production-page-123456789012",
      "arn:aws:s3:::fed-by-tweets-production-page-123456789012/*",
      "arn:aws:s3:::fed-by-tweets-state-123456789012/production/terraform.tfstate.tflock",
    ])
    error_message = "A deployment could delete more than the page."
  }

  assert {
    condition = alltrue(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : can(regex("^[a-z0-9]+:(Get|List|Describe|Validate|View)", action))
        ]
      ] if strcontains(key, "-plan-")
    ]))
    error_message = "A pull request could change something."
  }

  assert {
    condition = alltrue(flatten([
      for key, policy in aws_iam_policy.deployment : [
        for statement in jsondecode(policy.policy).Statement : statement.Condition == { StringEquals = { "aws:ResourceTag/environment" = split("-", key)[0] } }
        if contains(flatten([statement.Action]), "cloudfront:UpdateDistribution")
      ]
    ]))
    error_message = "A deployment could change the distribution of another environment."
  }
}
