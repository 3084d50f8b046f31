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
  name        = "lake-test"
  environment = "test"
  account_id  = "123456789012"
  protected   = true
  queries = {
    plain  = "-- How many posts?\n--\n-- posts  all of them\nSELECT count(*) AS posts\nFROM silver.tweets AS t JOIN bronze.tweets AS b ON b.id = t.id\nORDER BY posts\nLIMIT 1\n"
    filled = "-- Filled in already?\nSELECT count(*) FROM test_silver.tweets, silver.users, quicksilver.cinnabar, ops.forgotten, gold.volume_by_hour, facts.cups_sold, marigold.seeds\n"
  }
}

run "a_protected_lake" {
  command = plan

  assert {
    condition     = aws_s3_bucket.lake.bucket == "lake-test-lake-123456789012" && aws_s3_bucket.results.bucket == "lake-test-results-123456789012"
    error_message = "Buckets are named by the environment and the account."
  }

  assert {
    condition = alltrue([for block in [aws_s3_bucket_public_access_block.lake, aws_s3_bucket_public_access_block.results] :
      block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets
    ])
    error_message = "A bucket could become public."
  }

  assert {
    condition = alltrue([for controls in [aws_s3_bucket_ownership_controls.lake, aws_s3_bucket_ownership_controls.results] :
      controls.rule[0].object_ownership == "BucketOwnerEnforced"
    ])
    error_message = "A bucket knows access control lists."
  }

  assert {
    condition = alltrue([for encryption in [aws_s3_bucket_server_side_encryption_configuration.lake, aws_s3_bucket_server_side_encryption_configuration.results] :
      one(encryption.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    ])
    error_message = "S3's own keys unless another is asked for: they cost nothing."
  }

  assert {
    condition     = aws_s3_bucket_versioning.lake.versioning_configuration[0].status == "Enabled"
    error_message = "What is deleted by mistake could not be brought back."
  }

  assert {
    condition     = !aws_s3_bucket.lake.force_destroy
    error_message = "The lake could be destroyed with its content."
  }

  assert {
    condition = anytrue([for rule in aws_s3_bucket_lifecycle_configuration.lake.rule :
      rule.status == "Enabled" && try(rule.noncurrent_version_expiration[0].noncurrent_days, 0) == 7 && try(rule.expiration[0].expired_object_delete_marker, false)
    ])
    error_message = "Replaced files would be kept for ever."
  }

  assert {
    condition = alltrue([for lifecycle in [aws_s3_bucket_lifecycle_configuration.lake, aws_s3_bucket_lifecycle_configuration.results] :
      anytrue([for rule in lifecycle.rule : rule.status == "Enabled" && try(rule.abort_incomplete_multipart_upload[0].days_after_initiation, 0) == 1])
    ])
    error_message = "Uploads that never ended would be kept for ever."
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.lake.rule : try(rule.expiration[0].days, 0) == 0 && length(rule.transition) == 0])
    error_message = "What is current in the lake never goes by itself."
  }

  assert {
    condition     = anytrue([for rule in aws_s3_bucket_lifecycle_configuration.results.rule : try(rule.expiration[0].days, 0) == 30])
    error_message = "Results would be kept for ever."
  }

  assert {
    condition = jsondecode(aws_s3_bucket_policy.lake.policy).Statement == [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::lake-test-lake-123456789012/*", "arn:aws:s3:::lake-test-lake-123456789012"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "ConditionalWrites"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:PutObject"
        Resource  = ["arn:aws:s3:::lake-test-lake-123456789012/state/*", "arn:aws:s3:::lake-test-lake-123456789012/raw/*"]
        Condition = {
          Null = { "s3:if-none-match" = "true", "s3:if-match" = "true" }
          Bool = { "s3:ObjectCreationOperation" = "true" }
        }
      },
      {
        Sid       = "BucketStays"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:DeleteBucket"
        Resource  = "arn:aws:s3:::lake-test-lake-123456789012"
      },
      {
        Sid       = "DataStays"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:DeleteObjectVersion"
        Resource  = "arn:aws:s3:::lake-test-lake-123456789012/*"
      },
    ]
    error_message = "The lake takes plain HTTP, or its data may be destroyed or overwritten: ${aws_s3_bucket_policy.lake.policy}"
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.results.policy).Statement[0].Condition == { Bool = { "aws:SecureTransport" = "false" } }
    error_message = "The results' bucket takes plain HTTP."
  }

  assert {
    condition = { for layer, database in aws_glue_catalog_database.layer : layer => [database.name, database.location_uri] } == {
      bronze = ["test_bronze", "s3://lake-test-lake-123456789012/bronze"]
      silver = ["test_silver", "s3://lake-test-lake-123456789012/silver"]
      gold   = ["test_gold", "s3://lake-test-lake-123456789012/gold"]
    }
    error_message = "The functions look for <environment>_bronze, <environment>_silver and <environment>_gold."
  }

  assert {
    condition = (aws_glue_catalog_database.ops.name == "test_ops" && aws_glue_catalog_table.forgotten.database_name == "test_ops" &&
    aws_glue_catalog_table.forgotten.name == "forgotten")
    error_message = "Reports are asked for as ops.forgotten."
  }

  assert {
    condition = (aws_glue_catalog_table.forgotten.storage_descriptor[0].location == "s3://lake-test-lake-123456789012/state/forgotten/reports/" &&
    aws_glue_catalog_table.forgotten.storage_descriptor[0].ser_de_info[0].serialization_library == "org.openx.data.jsonserde.JsonSerDe")
    error_message = "The table does not read where reports lie, or not JSON."
  }

  assert {
    condition = aws_glue_catalog_table.forgotten.storage_descriptor[0].columns[*].name == tolist([
      "batch", "reason", "requested", "requested_at", "finished_at", "tables", "objects", "search", "versions",
    ])
    error_message = "Not the columns of ./lake query: ${jsonencode(aws_glue_catalog_table.forgotten.storage_descriptor[0].columns[*].name)}"
  }

  assert {
    condition     = aws_athena_workgroup.lake.configuration[0].enforce_workgroup_configuration && aws_athena_workgroup.lake.configuration[0].bytes_scanned_cutoff_per_query == 10737418240
    error_message = "A query could scan as much as it likes."
  }

  assert {
    condition     = aws_athena_workgroup.lake.configuration[0].engine_version[0].selected_engine_version == "Athena engine version 3"
    error_message = "The queries are written for engine 3."
  }

  assert {
    condition     = aws_athena_workgroup.lake.configuration[0].result_configuration[0].output_location == "s3://lake-test-results-123456789012/" && aws_athena_workgroup.lake.configuration[0].result_configuration[0].encryption_configuration[0].encryption_option == "SSE_S3"
    error_message = "Results belong into their bucket, encrypted."
  }

  assert {
    condition     = strcontains(aws_athena_named_query.shipped["plain"].query, "FROM test_silver.tweets AS t JOIN test_bronze.tweets AS b")
    error_message = "The databases are not filled in: ${aws_athena_named_query.shipped["plain"].query}"
  }

  assert {
    condition     = strcontains(aws_athena_named_query.shipped["filled"].query, "FROM test_silver.tweets, test_silver.users, quicksilver.cinnabar, test_ops.forgotten, test_gold.volume_by_hour, test_facts.cups_sold, marigold.seeds")
    error_message = "Filled in twice, or where no database is named: ${aws_athena_named_query.shipped["filled"].query}"
  }

  assert {
    condition     = aws_athena_named_query.shipped["plain"].description == "How many posts?" && aws_athena_named_query.shipped["plain"].database == "test_silver"
    error_message = "A query is found by its question."
  }
}

run "an_environment_that_may_go" {
  command = plan

  variables {
    protected = false
  }

  assert {
    condition     = aws_s3_bucket.lake.force_destroy && aws_athena_workgroup.lake.force_destroy
    error_message = "It could not be destroyed in one go."
  }

  assert {
    condition     = [for statement in jsondecode(aws_s3_bucket_policy.lake.policy).Statement : statement.Sid] == ["TlsOnly", "ConditionalWrites"]
    error_message = "TLS and conditional writes are asked for everywhere, that data stays only where it must."
  }
}

run "one_role_forgets" {
  command = plan

  variables {
    forget_role_arn = "arn:aws:iam::123456789012:role/lake/lake-test-forget"
  }

  assert {
    condition = [for statement in jsondecode(aws_s3_bucket_policy.lake.policy).Statement : statement if can(statement.Condition.ArnNotEquals)] == [{
      Sid       = "DataStays"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:DeleteObjectVersion"
      Resource  = "arn:aws:s3:::lake-test-lake-123456789012/*"
      Condition = { ArnNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/lake/lake-test-forget" } }
    }]
    error_message = "Not this role alone may delete old versions: ${aws_s3_bucket_policy.lake.policy}"
  }

  assert {
    condition     = length(aws_iam_role.analyst) == 0 && output.analyst_role_arn == null
    error_message = "A role that nobody takes on."
  }
}

run "analysts" {
  command = plan

  variables {
    analysts                 = ["arn:aws:iam::123456789012:role/people"]
    role_path                = "/lake/"
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  assert {
    condition     = jsondecode(aws_iam_role.analyst["analyst"].assume_role_policy).Statement[0].Principal == { AWS = "arn:aws:iam::123456789012:role/people" }
    error_message = "Others take it on: ${aws_iam_role.analyst["analyst"].assume_role_policy}"
  }

  assert {
    condition     = aws_iam_role.analyst["analyst"].path == "/lake/" && aws_iam_role.analyst["analyst"].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    error_message = "The role is not bounded."
  }

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.analyst["analyst"].policy).Statement : [
        for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${action} ${resource}"]
      ] if anytrue([for action in flatten([statement.Action]) : startswith(action, "s3:") || startswith(action, "glue:")])
      ])) == toset([
      "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:catalog",
      "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:database/test_gold",
      "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:database/test_silver",
      "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:table/test_gold/*",
      "glue:GetDatabase arn:aws:glue:us-east-1:123456789012:table/test_silver/*",
      "glue:GetTable arn:aws:glue:us-east-1:123456789012:catalog",
      "glue:GetTable arn:aws:glue:us-east-1:123456789012:database/test_gold",
      "glue:GetTable arn:aws:glue:us-east-1:123456789012:database/test_silver",
      "glue:GetTable arn:aws:glue:us-east-1:123456789012:table/test_gold/*",
      "glue:GetTable arn:aws:glue:us-east-1:123456789012:table/test_silver/*",
      "s3:AbortMultipartUpload arn:aws:s3:::lake-test-results-123456789012/*",
      "s3:GetBucketLocation arn:aws:s3:::lake-test-results-123456789012",
      "s3:GetObject arn:aws:s3:::lake-test-lake-123456789012/dashboard.html",
      "s3:GetObject arn:aws:s3:::lake-test-lake-123456789012/gold/*",
      "s3:GetObject arn:aws:s3:::lake-test-lake-123456789012/silver/*",
      "s3:GetObject arn:aws:s3:::lake-test-results-123456789012/*",
      "s3:PutObject arn:aws:s3:::lake-test-results-123456789012/*",
    ])
    error_message = "Analysts read something else than silver and gold: ${aws_iam_role_policy.analyst["analyst"].policy}"
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.analyst["analyst"].policy).Statement : statement.Resource if statement.Sid == "Ask"] == [
      "arn:aws:athena:us-east-1:123456789012:workgroup/lake-test",
    ]
    error_message = "Analysts ask elsewhere."
  }
}

run "facts_of_others" {
  command = plan

  variables {
    analysts = ["arn:aws:iam::123456789012:role/people"]
    facts = {
      cups_sold = { columns = [{ name = "day", type = "date" }, { name = "subject", type = "string" }, { name = "cups_sold", type = "bigint" }] }
      prices    = { format = "csv", columns = [{ name = "place_id", type = "string" }, { name = "day", type = "date" }, { name = "usd", type = "double" }] }
    }
  }

  assert {
    condition = { for name, table in aws_glue_catalog_table.fact : name => [table.database_name, table.storage_descriptor[0].location] } == {
      cups_sold = ["test_facts", "s3://lake-test-lake-123456789012/facts/cups_sold/"]
      prices    = ["test_facts", "s3://lake-test-lake-123456789012/facts/prices/"]
    }
    error_message = "Facts are asked for as facts.<name>, and lie where ./lake fact puts them."
  }

  assert {
    condition     = aws_glue_catalog_table.fact["prices"].storage_descriptor[0].columns[*].name == tolist(["place_id", "day", "usd"]) && aws_glue_catalog_table.fact["prices"].storage_descriptor[0].columns[*].type == tolist(["string", "date", "double"])
    error_message = "CSV is read by the order of its columns."
  }

  assert {
    condition     = aws_glue_catalog_table.fact["prices"].parameters["skip.header.line.count"] == "1" && aws_glue_catalog_table.fact["prices"].storage_descriptor[0].ser_de_info[0].serialization_library == "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
    error_message = "The header is a row, or days are no dates."
  }

  assert {
    condition     = aws_glue_catalog_table.fact["cups_sold"].storage_descriptor[0].ser_de_info[0].serialization_library == "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
    error_message = "What ./lake fact makes is Parquet."
  }

  assert {
    condition = toset([for resource in flatten([for statement in jsondecode(aws_iam_role_policy.analyst["analyst"].policy).Statement : statement.Resource]) : resource if strcontains(resource, "facts")]) == toset([
      "arn:aws:glue:us-east-1:123456789012:database/test_facts",
      "arn:aws:glue:us-east-1:123456789012:table/test_facts/*",
      "arn:aws:s3:::lake-test-lake-123456789012/facts/*",
    ])
    error_message = "Analysts cannot ask about facts."
  }
}

run "no_facts" {
  command = plan

  assert {
    condition     = length(aws_glue_catalog_database.facts) + length(aws_glue_catalog_table.fact) == 0
    error_message = "There is a database without facts."
  }
}

run "no_facts_without_a_day" {
  command = plan

  variables {
    facts = { prices = { columns = [{ name = "day", type = "string" }, { name = "subject", type = "string" }, { name = "usd", type = "double" }] } }
  }

  expect_failures = [var.facts]
}

run "no_facts_without_a_value" {
  command = plan

  variables {
    facts = { prices = { columns = [{ name = "day", type = "date" }, { name = "subject", type = "string" }] } }
  }

  expect_failures = [var.facts]
}

run "no_facts_of_other_types_formats_and_names" {
  command = plan

  variables {
    facts = { "Prices" = { format = "xlsx", columns = [{ name = "day", type = "date" }, { name = "subject", type = "string" }, { name = "usd", type = "int" }] } }
  }

  expect_failures = [var.facts]
}

run "no_analyst_by_name" {
  command = plan

  variables {
    analysts = ["somebody"]
  }

  expect_failures = [var.analysts]
}

run "a_key_that_is_asked_for" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }

  assert {
    condition = alltrue([for encryption in [aws_s3_bucket_server_side_encryption_configuration.lake, aws_s3_bucket_server_side_encryption_configuration.results] :
      one(encryption.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == var.kms_key_arn && one(encryption.rule).bucket_key_enabled
    ])
    error_message = "The key is not used, or used for every single object."
  }

  assert {
    condition     = aws_athena_workgroup.lake.configuration[0].result_configuration[0].encryption_configuration[0].encryption_option == "SSE_KMS"
    error_message = "Results are not encrypted with the key."
  }
}

run "no_query_without_a_question_no_environment_that_is_no_database_name" {
  command = plan

  variables {
    queries     = { silent = "SELECT 1 FROM silver.tweets" }
    environment = "my-test"
  }

  expect_failures = [var.queries, var.environment]
}
