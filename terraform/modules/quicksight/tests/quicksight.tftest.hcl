# Plans with the real provider; nothing is asked of AWS.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

override_resource {
  target          = aws_quicksight_data_source.lake
  override_during = plan
  values          = { arn = "arn:aws:quicksight:us-east-1:123456789012:datasource/lake-test" }
}

variables {
  name        = "lake-test"
  environment = "test"
  account_id  = "123456789012"
  lake = {
    bucket    = { name = "lake", arn = "arn:aws:s3:::lake" }
    database  = "test_gold"
    results   = { name = "results", arn = "arn:aws:s3:::results" }
    workgroup = "lake-test"
  }
  principals               = ["arn:aws:quicksight:us-east-1:123456789012:group/default/people"]
  refresh                  = { hours = [8, 15], time_zone = "America/Sao_Paulo" }
  role_path                = "/lake/"
  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
}

run "charts" {
  command = plan

  assert {
    condition     = aws_quicksight_data_source.lake.type == "ATHENA" && aws_quicksight_data_source.lake.parameters[0].athena[0].work_group == "lake-test"
    error_message = "It asks elsewhere than in the workgroup, whose limit would not hold."
  }

  assert {
    condition = toset(keys(aws_quicksight_data_set.gold)) == toset([
      "collection_by_run", "engagement_by_day", "places_by_day", "sentiment_by_day", "top_domains_by_day", "top_hashtags_by_day", "topics_by_day",
      "volume_by_hour",
    ])
    error_message = "Not the tables of counts: ${jsonencode(keys(aws_quicksight_data_set.gold))}"
  }

  assert {
    condition = alltrue([for table, set in aws_quicksight_data_set.gold :
      set.import_mode == "SPICE" && one(set.physical_table_map).relational_table[0].schema == "test_gold" && one(set.physical_table_map).relational_table[0].name == table &&
      one(set.physical_table_map).relational_table[0].data_source_arn == "arn:aws:quicksight:us-east-1:123456789012:datasource/lake-test" &&
      length(one(set.physical_table_map).relational_table[0].input_columns) == length(local.tables[table])
    ])
    error_message = "A data set is of another table."
  }

  assert {
    condition = alltrue([for set in aws_quicksight_data_set.gold :
      one(set.permissions).principal == "arn:aws:quicksight:us-east-1:123456789012:group/default/people" && !anytrue([for action in one(set.permissions).actions : can(regex(":(Update|Delete)", action))])
    ]) && one(aws_quicksight_data_source.lake.permission).principal == "arn:aws:quicksight:us-east-1:123456789012:group/default/people"
    error_message = "Somebody else may look at it, or may change it."
  }

  assert {
    condition     = length(aws_quicksight_refresh_schedule.gold) == 16 && aws_quicksight_refresh_schedule.gold["volume_by_hour-08"].schedule[0].schedule_frequency[0].time_of_the_day == "08:30"
    error_message = "The tables are not taken in anew after each run."
  }

  assert {
    condition     = aws_iam_role.quicksight.path == "/lake/" && aws_iam_role.quicksight.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && jsondecode(aws_iam_role.quicksight.assume_role_policy).Statement[0].Principal == { Service = "quicksight.amazonaws.com" }
    error_message = "The role is not bounded, or not QuickSight's."
  }

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.quicksight.policy).Statement : statement.Resource if statement.Sid == "Files"
      ])) == toset([for table in [
      "collection_by_run", "engagement_by_day", "places_by_day", "sentiment_by_day", "top_domains_by_day", "top_hashtags_by_day", "topics_by_day",
      "volume_by_hour",
    ] : "arn:aws:s3:::lake/gold/${table}/*"])
    error_message = "QuickSight reads more than counts: ${aws_iam_role_policy.quicksight.policy}"
  }
}

run "nobody_by_a_name_of_iam_and_no_more_than_five_refreshes" {
  command = plan

  variables {
    principals = ["arn:aws:iam::123456789012:user/somebody"]
    refresh    = { hours = [1, 2, 3, 4, 5, 6], time_zone = "UTC" }
  }

  expect_failures = [var.principals, var.refresh]
}
