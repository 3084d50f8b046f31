variable "name" {
  description = "What all names start with, such as fed-by-tweets-staging."
  type        = string
}

variable "environment" {
  description = "The database is <environment>_gold."
  type        = string
}

variable "account_id" {
  description = "The AWS account."
  type        = string
}

variable "lake" {
  description = "Where the lake lies: outputs of the module lake."
  type = object({
    bucket      = object({ name = string, arn = string })
    database    = string
    results     = object({ name = string, arn = string })
    workgroup   = string
    kms_key_arn = optional(string)
  })
}

variable "principals" {
  description = "Who may make charts of it: ARNs of users and groups of QuickSight."
  type        = set(string)

  validation {
    condition     = length(var.principals) > 0 && alltrue([for principal in var.principals : can(regex("^arn:[^:]+:quicksight:[^:]+:[0-9]{12}:(user|group)/.+$", principal))])
    error_message = "Use ARNs of users or groups of QuickSight (aws quicksight list-users --aws-account-id ... --namespace default), at least one."
  }
}

variable "refresh" {
  description = "When QuickSight takes the tables in anew: half an hour past these hours of each day, in this time zone."
  type        = object({ hours = set(number), time_zone = string })

  validation {
    condition     = length(var.refresh.hours) > 0 && length(var.refresh.hours) <= 5
    error_message = "QuickSight takes a table in anew up to five times a day."
  }
}

variable "role_path" {
  description = "The path of the role made here."
  type        = string
  default     = "/"
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds the role made here; null for none."
  type        = string
  default     = null
}
