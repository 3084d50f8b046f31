output "role_arn" {
  description = "The role to choose in QuickSight."
  value       = aws_iam_role.quicksight.arn
}
