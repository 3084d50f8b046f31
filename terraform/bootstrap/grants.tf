# What deployments may do: for each kind of thing what reads it, what makes and changes it, and what loses data with it. A plan
# role gets the first, a deploy role the first two, and the third only where the environment is not protected.

locals {
  read_bucket = [
    "s3:GetAccelerateConfiguration", "s3:GetBucketAcl", "s3:GetBucketCORS", "s3:GetBucketLocation", "s3:GetBucketLogging",
    "s3:GetBucketObjectLockConfiguration", "s3:GetBucketOwnershipControls", "s3:GetBucketPolicy", "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketRequestPayment", "s3:GetBucketTagging", "s3:GetBucketVersioning", "s3:GetBucketWebsite",
    "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket",
  ]
  write_bucket = [
    "s3:CreateBucket", "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketTagging",
    "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
  ]

  things = {
    for environment, names in local.names : environment => {
      data = [
        {
          sid       = "Buckets"
          resources = [names.lake, names.results]
          read      = local.read_bucket
          write     = local.write_bucket
          lose      = ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:ListBucketVersions"]
        },
        {
          sid       = "Objects"
          resources = ["${names.lake}/*", "${names.results}/*"]
          lose      = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
        },
        {
          sid       = "Databases"
          resources = concat([names.catalog], names.layers)
          read      = ["glue:GetDatabase", "glue:GetTags"]
          write     = ["glue:CreateDatabase", "glue:TagResource", "glue:UntagResource", "glue:UpdateDatabase"]
        },
        {
          sid       = "DatabasesWithTables"
          resources = concat([names.catalog], names.layers, names.tables, [for layer in names.layers : "${replace(layer, ":database/", ":userDefinedFunction/")}/*"])
          lose      = ["glue:DeleteDatabase"]
        },
        {
          # Tables over what lies in the lake anyway: nothing is lost with them.
          sid       = "TablesOfOpsFacts"
          resources = concat([names.catalog], names.ops, names.facts)
          read      = ["glue:GetDatabase", "glue:GetPartitionIndexes", "glue:GetTable", "glue:GetTags"]
          write = [
            "glue:CreateDatabase", "glue:CreateTable", "glue:DeleteTable", "glue:TagResource", "glue:UntagResource", "glue:UpdateDatabase",
            "glue:UpdateTable",
          ]
          lose = ["glue:DeleteDatabase"]
        },
        {
          sid       = "Workgroup"
          resources = [names.workgroup]
          read      = ["athena:GetNamedQuery", "athena:GetWorkGroup", "athena:ListTagsForResource"]
          write = [
            "athena:CreateNamedQuery", "athena:CreateWorkGroup", "athena:DeleteNamedQuery", "athena:DeleteWorkGroup", "athena:TagResource",
            "athena:UntagResource", "athena:UpdateNamedQuery", "athena:UpdateWorkGroup",
          ]
        },
        {
          sid       = "Secret"
          resources = [names.secret]
          read      = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"]
          write     = ["secretsmanager:CreateSecret", "secretsmanager:TagResource", "secretsmanager:UntagResource", "secretsmanager:UpdateSecret"]
          lose      = ["secretsmanager:DeleteSecret"]
        },
      ]

      compute = [
        {
          sid       = "Functions"
          resources = [names.functions]
          read = [
            "lambda:GetFunction", "lambda:GetFunctionCodeSigningConfig", "lambda:GetFunctionConfiguration", "lambda:ListTags",
            "lambda:ListVersionsByFunction",
          ]
          write = [
            "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:DeleteFunctionConcurrency", "lambda:PublishVersion", "lambda:PutFunctionConcurrency",
            "lambda:TagResource", "lambda:UntagResource", "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration",
          ]
        },
        {
          sid       = "Images"
          resources = local.repositories
          read      = ["ecr:DescribeImages"]
          write     = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy"]
        },
        {
          sid       = "StateMachine"
          resources = names.machines
          read      = ["states:DescribeStateMachine", "states:ListStateMachineVersions", "states:ListTagsForResource"]
          write     = ["states:CreateStateMachine", "states:DeleteStateMachine", "states:TagResource", "states:UntagResource", "states:UpdateStateMachine"]
        },
        {
          # Step Functions knows no resource for it: the definition comes with the question.
          sid       = "Definition"
          resources = ["*"]
          read      = ["states:ValidateStateMachineDefinition"]
        },
        {
          sid       = "Schedule"
          resources = names.schedules
          read      = ["scheduler:GetSchedule", "scheduler:GetScheduleGroup", "scheduler:ListTagsForResource"]
          write = [
            "scheduler:CreateSchedule", "scheduler:CreateScheduleGroup", "scheduler:DeleteSchedule", "scheduler:DeleteScheduleGroup",
            "scheduler:TagResource", "scheduler:UntagResource", "scheduler:UpdateSchedule",
          ]
        },
        {
          sid       = "Queue"
          resources = names.queues
          read      = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"]
          write     = ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"]
        },
        {
          sid       = "Rules"
          resources = names.rules
          read      = ["events:DescribeRule", "events:ListTagsForResource", "events:ListTargetsByRule"]
          write     = ["events:DeleteRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets", "events:TagResource", "events:UntagResource"]
        },
        {
          sid       = "Roles"
          resources = [names.roles]
          read      = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"]
          write = [
            "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:ListInstanceProfilesForRole", "iam:TagRole", "iam:UntagRole",
            "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
          ]
        },
        {
          # No role without the boundary, and none that goes beyond it.
          sid        = "BoundedRoles"
          resources  = [names.roles]
          write      = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
          conditions = [{ test = "StringEquals", variable = "iam:PermissionsBoundary", values = [names.boundary] }]
        },
        {
          sid       = "RolesOfServices"
          resources = [names.roles]
          write     = ["iam:PassRole"]
          conditions = [{
            test     = "StringEquals"
            variable = "iam:PassedToService"
            values   = ["events.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com"]
          }]
        },
      ]

      watching = [
        {
          # Asked of all log groups, whatever the name.
          sid       = "LogGroupNames"
          resources = ["${local.arn.logs}:log-group:*"]
          read      = ["logs:DescribeLogGroups"]
        },
        {
          sid       = "LogGroups"
          resources = names.log_groups
          read      = ["logs:ListTagsForResource"]
          write = [
            "logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:DisassociateKmsKey", "logs:PutRetentionPolicy",
            "logs:TagResource", "logs:UntagResource",
          ]
        },
        {
          sid       = "Alarms"
          resources = [names.alarms]
          read      = ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"]
          write     = ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"]
        },
        {
          sid       = "Dashboard"
          resources = [names.dashboard]
          read      = ["cloudwatch:GetDashboard"]
          write     = ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"]
        },
        {
          sid       = "Budget"
          resources = [names.budget]
          read      = ["budgets:ListTagsForResource", "budgets:ViewBudget"]
          write     = ["budgets:ModifyBudget", "budgets:TagResource", "budgets:UntagResource"]
        },
        {
          sid       = "Topic"
          resources = names.topic
          read      = ["sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListTagsForResource"]
          write = [
            "sns:CreateTopic", "sns:DeleteTopic", "sns:SetSubscriptionAttributes", "sns:SetTopicAttributes", "sns:Subscribe", "sns:TagResource",
            "sns:Unsubscribe", "sns:UntagResource",
          ]
        },
      ]

      # The page on the web. CloudFront names most of its things itself, so they are known by their tag, or not at all: where both
      # environments are in one account, a deployment of one could change the access control, the cache policy or the headers of the other.
      page = [for thing in [
        {
          # A copy: a deployment may remove it, also where data is protected.
          sid       = "Page"
          resources = [names.page]
          read      = local.read_bucket
          write     = concat(local.write_bucket, ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:ListBucketVersions"])
        },
        {
          sid       = "PageObject"
          resources = ["${names.page}/*"]
          write     = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
        },
        {
          sid       = "Distributions"
          resources = ["${local.cloudfront}:distribution/*"]
          read      = ["cloudfront:GetDistribution", "cloudfront:ListTagsForResource"]
          write     = ["cloudfront:CreateDistribution", "cloudfront:CreateDistributionWithTags", "cloudfront:TagResource"]
        },
        {
          sid        = "OwnDistribution"
          resources  = ["${local.cloudfront}:distribution/*"]
          write      = ["cloudfront:DeleteDistribution", "cloudfront:UntagResource", "cloudfront:UpdateDistribution"]
          conditions = [{ test = "StringEquals", variable = "aws:ResourceTag/environment", values = [environment] }]
        },
        {
          sid       = "PartsOfDistributions"
          resources = [for part in ["cache-policy", "origin-access-control", "response-headers-policy"] : "${local.cloudfront}:${part}/*"]
          read      = ["cloudfront:GetCachePolicy", "cloudfront:GetOriginAccessControl", "cloudfront:GetResponseHeadersPolicy"]
          write = [
            "cloudfront:CreateCachePolicy", "cloudfront:CreateOriginAccessControl", "cloudfront:CreateResponseHeadersPolicy",
            "cloudfront:DeleteCachePolicy", "cloudfront:DeleteOriginAccessControl", "cloudfront:DeleteResponseHeadersPolicy",
            "cloudfront:UpdateCachePolicy", "cloudfront:UpdateOriginAccessControl", "cloudfront:UpdateResponseHeadersPolicy",
          ]
        },
        {
          sid       = "AllowedAddresses"
          resources = ["${local.cloudfront}:function/${names.name}-page-allow"]
          read      = ["cloudfront:DescribeFunction", "cloudfront:GetFunction"]
          write     = ["cloudfront:CreateFunction", "cloudfront:DeleteFunction", "cloudfront:PublishFunction", "cloudfront:UpdateFunction"]
        },
      ] : thing if var.environments[environment].page]

      quicksight = [for thing in [
        {
          sid       = "DataSource"
          resources = ["${local.arn.quicksight}:datasource/${names.name}"]
          read      = ["quicksight:DescribeDataSource", "quicksight:DescribeDataSourcePermissions", "quicksight:ListTagsForResource"]
          write = [
            "quicksight:CreateDataSource", "quicksight:DeleteDataSource", "quicksight:PassDataSource", "quicksight:TagResource",
            "quicksight:UntagResource", "quicksight:UpdateDataSource", "quicksight:UpdateDataSourcePermissions",
          ]
        },
        {
          # And when they are refreshed.
          sid       = "DataSets"
          resources = ["${local.arn.quicksight}:dataset/${names.name}-*"]
          read = [
            "quicksight:DescribeDataSet", "quicksight:DescribeDataSetPermissions", "quicksight:DescribeDataSetRefreshProperties",
            "quicksight:DescribeRefreshSchedule", "quicksight:ListRefreshSchedules", "quicksight:ListTagsForResource",
          ]
          write = [
            "quicksight:CreateDataSet", "quicksight:CreateRefreshSchedule", "quicksight:DeleteDataSet", "quicksight:DeleteRefreshSchedule",
            "quicksight:PassDataSet", "quicksight:TagResource", "quicksight:UntagResource", "quicksight:UpdateDataSet",
            "quicksight:UpdateDataSetPermissions", "quicksight:UpdateRefreshSchedule",
          ]
        },
      ] : thing if var.environments[environment].quicksight]

      state = [
        {
          sid        = "StateNames"
          resources  = [local.state_bucket_arn]
          read       = ["s3:ListBucket"]
          conditions = [{ test = "StringLikeIfExists", variable = "s3:prefix", values = ["${environment}/*"] }]
        },
        {
          sid       = "State"
          resources = ["${local.state_bucket_arn}/${environment}/terraform.tfstate"]
          read      = ["s3:GetObject"]
          write     = ["s3:PutObject"]
        },
        {
          sid       = "Lock"
          resources = ["${local.state_bucket_arn}/${environment}/terraform.tfstate.tflock"]
          write     = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        },
      ]

      images = !var.environments[environment].pushes_images ? [] : [
        {
          # A login is for the registry as a whole.
          sid       = "Login"
          resources = ["*"]
          write     = ["ecr:GetAuthorizationToken"]
        },
        {
          sid       = "Push"
          resources = local.repositories
          write = [
            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings", "ecr:DescribeImages",
            "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
          ]
        },
      ]

      smoke = !var.environments[environment].runs_smoke_test ? [] : [
        {
          sid       = "Run"
          resources = [names.state_machine]
          write     = ["states:StartExecution"]
        },
        {
          sid       = "WatchRun"
          resources = [names.executions]
          write     = ["states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution"]
        },
      ]

      # A question after each deployment, and whether there has been a run that could have filled the tables.
      questions = [
        {
          sid       = "Runs"
          resources = [names.state_machine]
          write     = ["states:ListExecutions"]
        },
        {
          sid       = "Ask"
          resources = [names.workgroup]
          write     = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:StartQueryExecution", "athena:StopQueryExecution"]
        },
        {
          sid       = "AskedTables"
          resources = [names.catalog, one([for layer in names.layers : layer if endswith(layer, "_silver")]), one([for table in names.tables : table if endswith(table, "_silver/*")])]
          write     = ["glue:GetDatabase", "glue:GetTable"]
        },
        {
          sid       = "AskedFiles"
          resources = ["${names.lake}/silver/*"]
          write     = ["s3:GetObject"]
        },
        {
          sid       = "Results"
          resources = ["${names.results}/*"]
          write     = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
        },
        {
          # The key that encrypts the lake and the results, if one is asked for.
          sid       = "Key"
          resources = ["${local.arn.kms}:key/*"]
          write     = ["kms:Decrypt", "kms:GenerateDataKey"]
          conditions = [{
            test     = "StringEquals"
            variable = "kms:ViaService"
            values   = ["s3.${var.region}.amazonaws.com"]
          }]
        },
      ]
    }
  }

  # By role and policy, statements that grant something.
  grants = {
    for key, role in local.roles : key => {
      for group, things in local.things[role.environment] : group => [
        for thing in [
          for thing in things : {
            sid        = thing.sid
            resources  = thing.resources
            conditions = try(thing.conditions, [])
            actions = concat(
              try(thing.read, []),
              endswith(key, "-deploy") ? try(thing.write, []) : [],
              endswith(key, "-deploy") && !var.environments[role.environment].protected ? try(thing.lose, []) : [],
            )
          }
        ] : thing if length(thing.actions) > 0
      ]
    }
  }
}
