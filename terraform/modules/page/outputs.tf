output "bucket" {
  description = "The bucket of the page."
  value       = { name = aws_s3_bucket.page.bucket, arn = local.bucket_arn }
}

output "address" {
  description = "Where the page can be read."
  value       = "https://${try(var.domain.name, aws_cloudfront_distribution.page.domain_name)}/"
}
