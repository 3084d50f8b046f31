locals {
  # A name that is filled in already is left alone: there is no word boundary after its '_'.
  queries = {
    for name, sql in var.queries :
    name => replace(sql, "/\\b(silver|bronze|gold|ops|facts)\\./", "${var.environment}_$1.")
  }
}

resource "aws_athena_workgroup" "lake" {
  name          = var.name
  description   = "Questions to the lake of ${var.environment}."
  force_destroy = !var.protected

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = var.scan_limit_bytes

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location       = "s3://${aws_s3_bucket.results.bucket}/"
      expected_bucket_owner = var.account_id

      encryption_configuration {
        encryption_option = var.kms_key_arn == null ? "SSE_S3" : "SSE_KMS"
        kms_key_arn       = var.kms_key_arn
      }
    }
  }
}

resource "aws_athena_named_query" "shipped" {
  for_each = local.queries

  name        = each.key
  description = trimprefix(split("\n", each.value)[0], "-- ")
  workgroup   = aws_athena_workgroup.lake.name
  database    = aws_glue_catalog_database.layer["silver"].name
  query       = each.value
}
