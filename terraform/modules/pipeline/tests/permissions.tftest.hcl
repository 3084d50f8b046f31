# Every role may do exactly what the table in terraform/README.md says.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
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
    page      = { name = "page", arn = "arn:aws:s3:::page" }
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
  definition_files         = { ingest = "../../../statemachine/ingest.asl.json", maintain = "../../../statemachine/maintain.asl.json", forget = "../../../statemachine/forget.asl.json", comply = "../../../statemachine/comply.asl.json", gold = "../../../statemachine/gold.asl.json" }
  subjects                 = [{ name = "coffee", query = "coffee" }]
  comply                   = { enabled = true }
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
}

run "exactly_what_the_table_says" {
  command = plan

  # One line for each role, action and resource, on both sides.
  assert {
    condition = toset(flatten([
      for role, policy in output.policies : [
        for statement in jsondecode(policy).Statement : [
          for action in flatten([statement.Action]) : [
            for resource in flatten([try(statement.Condition.StringLikeIfExists["s3:prefix"], statement.Resource)]) :
            "${role} ${action} ${replace(replace(replace(resource, "/^arn:aws:(s3:::(lake/)?|(events|glue|lambda|logs|secretsmanager|sqs|states):us-east-1:123456789012:)/", ""), "lake-test", "<name>"), "/\\btest_/", "<environment>_")}"
          ]
        ]
      ]
      ])) == toset(flatten([
      for table in ["tweets", "users", "places"] : [
        for row in regexall("(?m)^\\| (\\S+) \\| (`\\S+(?: `\\S+)*) \\| (`\\S+(?: `\\S+)*) \\|$", replace(file("../../README.md"), "<table>", table)) : [
          for action in split(" ", row[1]) : [
            for resource in split(" ", row[2]) : replace("${row[0]} ${action} ${resource}", "`", "")
          ]
        ]
      ]
    ]))
    error_message = "terraform/README.md says something else than the plan."
  }

  assert {
    condition     = length(output.policies) == 19
    error_message = "Ten functions, five state machines, three schedules and a rule have a role each."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(output.policies) : [for statement in jsondecode(policy).Statement : statement.Effect == "Allow"]
    ]))
    error_message = "The table knows permissions only."
  }

  assert {
    condition = toset(flatten([
      for policy in values(output.policies) : [
        for statement in jsondecode(policy).Statement : keys(statement.Condition)[0] if can(statement.Condition)
      ]
    ])) == toset(["StringLikeIfExists"])
    error_message = "There is a condition that the table does not tell."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(output.policies) : [
        for statement in jsondecode(policy).Statement : statement.Resource == "arn:aws:s3:::lake" && can(statement.Condition.StringLikeIfExists["s3:prefix"])
        if statement.Action == "s3:ListBucket" && statement.Sid != "PageOnTheWebThatThereIs" || statement.Sid == "OldVersionsThatThereAre"
      ]
    ]))
    error_message = "Somebody may list more than the prefixes."
  }

  assert {
    condition = jsondecode(aws_iam_role.state_machine["ingest"].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "123456789012" }
        ArnEquals    = { "aws:SourceArn" = "arn:aws:states:us-east-1:123456789012:stateMachine:lake-test-ingest" }
      }
    }]
    error_message = "Not this state machine alone: ${aws_iam_role.state_machine["ingest"].assume_role_policy}"
  }

  assert {
    condition = jsondecode(aws_iam_role.schedule["ingest"].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "123456789012" }
        ArnEquals    = { "aws:SourceArn" = "arn:aws:scheduler:us-east-1:123456789012:schedule-group/lake-test-ingest" }
      }
    }]
    error_message = "Not this schedule alone: ${aws_iam_role.schedule["ingest"].assume_role_policy}"
  }

  assert {
    condition = jsondecode(aws_iam_role.rule["gold"].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "events.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = "123456789012" }
        ArnEquals    = { "aws:SourceArn" = "arn:aws:events:us-east-1:123456789012:rule/lake-test-gold" }
      }
    }]
    error_message = "Not this rule alone: ${aws_iam_role.rule["gold"].assume_role_policy}"
  }

  assert {
    condition = alltrue([for role in concat(values(aws_iam_role.state_machine), values(aws_iam_role.schedule), values(aws_iam_role.rule)) :
      role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    ])
    error_message = "A role is not bounded."
  }
}
