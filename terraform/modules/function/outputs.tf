output "name" {
  description = "The function's name."
  value       = aws_lambda_function.function.function_name
}

output "version_arn" {
  description = "The ARN of the version that was published last, known once it exists. What it names never changes."
  value       = aws_lambda_function.function.qualified_arn
}

output "log_group" {
  description = "The name of its log group."
  value       = aws_cloudwatch_log_group.function.name
}

output "policy" {
  description = "All that its role may do, JSON."
  value       = data.aws_iam_policy_document.function.json
}
