output "state_bucket" {
  description = "For terraform init -backend-config=bucket=..."
  value       = aws_s3_bucket.state.bucket
}

output "repositories" {
  description = "Where the images go."
  value       = { for image, repository in aws_ecr_repository.image : image => repository.repository_url }
}

output "roles" {
  description = "The roles of the workflows."
  value       = { for key, role in aws_iam_role.deployment : key => role.arn }
}

output "boundaries" {
  description = "What bounds the roles of each environment."
  value       = { for environment, policy in aws_iam_policy.boundary : environment => policy.arn }
}
