output "bucket" {
  description = "The bucket of the whole lake."
  value       = { name = aws_s3_bucket.lake.bucket, arn = local.bucket_arn }
}

output "results_bucket" {
  description = "The bucket of Athena's results."
  value       = { name = aws_s3_bucket.results.bucket, arn = local.results_arn }
}

output "databases" {
  description = "Glue databases by layer: bronze, silver, gold."
  value       = { for layer, database in aws_glue_catalog_database.layer : layer => database.name }
}

output "workgroup" {
  description = "The Athena workgroup in which to ask."
  value       = aws_athena_workgroup.lake.name
}

output "kms_key_arn" {
  description = "The key that was asked for, or null."
  value       = var.kms_key_arn
}

output "analyst_role_arn" {
  description = "The role that asks Athena about silver and gold and reads nothing else; null without analysts."
  value       = one([for role in values(aws_iam_role.analyst) : role.arn])
}
