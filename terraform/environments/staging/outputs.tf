output "state_machine_arn" {
  description = "What to start, and where to look at runs."
  value       = module.pipeline.state_machine_arn
}

output "input" {
  description = "The input of a run: the subjects."
  value       = module.pipeline.input
}

output "secret_name" {
  description = "The secret that waits for the X bearer token."
  value       = module.pipeline.secret_name
}

output "bucket" {
  description = "The bucket of the whole lake."
  value       = module.lake.bucket.name
}

output "databases" {
  description = "Glue databases by layer."
  value       = module.lake.databases
}

output "workgroup" {
  description = "The Athena workgroup in which to ask."
  value       = module.lake.workgroup
}

output "functions" {
  description = "Names of the functions."
  value       = module.pipeline.functions
}

output "log_groups" {
  description = "Log groups of the functions."
  value       = module.pipeline.log_groups
}

output "topic_arn" {
  description = "The topic of all alarms."
  value       = module.pipeline.topic_arn
}

output "not_started_queue_url" {
  description = "Starts that Step Functions did not take."
  value       = module.pipeline.not_started_queue_url
}

output "dashboard" {
  description = "The dashboard's name."
  value       = module.pipeline.dashboard
}

output "forget_state_machine_arn" {
  description = "What to start when posts or users must go; null without it."
  value       = module.pipeline.forget_state_machine_arn
}

output "comply_state_machine_arn" {
  description = "What asks X which posts and users must be forgotten; null without it."
  value       = module.pipeline.comply_state_machine_arn
}

output "gold_state_machine_arn" {
  description = "What labels, counts and writes the page; null without it."
  value       = module.pipeline.gold_state_machine_arn
}

output "page_address" {
  description = "Where the page can be read on the web; null where it cannot."
  value       = one(module.page[*].address)
}

output "quicksight_role_arn" {
  description = "The role to choose in QuickSight; null without it."
  value       = one(module.quicksight[*].role_arn)
}

output "analyst_role_arn" {
  description = "The role that asks Athena about silver and gold and reads nothing else; null without analysts."
  value       = module.lake.analyst_role_arn
}
