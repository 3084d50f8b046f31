# Of the account and the deployment: TF_VAR_account_id and so on.

variable "account_id" {
  description = "The AWS account. Terraform refuses to work on another one."
  type        = string
}

variable "images" {
  description = "The container image of each kind of function, by digest."
  type = object({
    get_tweets  = string
    process_raw = string
    to_silver   = string
    maintain    = string
    forget      = string
    comply      = string
    label_posts = string
    to_gold     = string
  })
}

variable "alarm_emails" {
  description = "Who is told of alarms."
  type        = set(string)
  default     = []

  validation {
    condition     = !var.protected || length(var.alarm_emails) > 0
    error_message = "Nobody would be told when a protected environment fails: name at least one address (TF_VAR_alarm_emails)."
  }
}

# Of the environment: terraform.tfvars.

variable "environment" {
  description = "The environment's name."
  type        = string
}

variable "region" {
  description = "The AWS region."
  type        = string
}

variable "architecture" {
  description = "What the images were built for: arm64 or x86_64."
  type        = string
  default     = "arm64"
}

variable "label_embeddings" {
  description = "Whether label-posts reads sentence embeddings: then its image is label-posts-embeddings, for x86_64, and it has more memory."
  type        = bool
  default     = false
}

variable "protected" {
  description = "Whether data and secret must outlive a mistake."
  type        = bool
}

variable "schedule" {
  description = "When runs start: at these full hours of the day, in this time zone."
  type = object({
    hours     = optional(set(number), [7, 14, 21])
    time_zone = optional(string, "America/Sao_Paulo")
    enabled   = optional(bool, true)
  })
  default = {}
}

variable "maintenance" {
  description = "Whether there is a state machine that keeps the tables small, and whether it starts by itself: half an hour after this hour of each day, in the time zone of the schedule."
  type = object({
    enabled   = optional(bool, true)
    scheduled = optional(bool, true)
    hour      = optional(number, 3)
  })
  default = {}
}

variable "forget" {
  description = "Whether there is a state machine that takes posts and users out of the lake. It has no schedule: somebody starts it."
  type = object({
    enabled = optional(bool, true)
  })
  default = {}
}

variable "comply" {
  description = "Whether X is asked each day which posts and users must be forgotten, half an hour after this hour, in the time zone of the schedule. The account at X needs access to compliance jobs."
  type = object({
    enabled = optional(bool, false)
    hour    = optional(number, 4)
  })
  default = {}
}

variable "gold" {
  description = "Whether posts are labelled and counted, and the page written, each time that a run has succeeded."
  type = object({
    enabled = optional(bool, true)
  })
  default = {}
}

variable "page" {
  description = "Whether the page has an address on the web, where whoever knows it can read the page, or whoever calls from allowed_cidrs (ranges of IPv4). See docs/operations.md."
  type = object({
    enabled       = optional(bool, false)
    allowed_cidrs = optional(set(string), [])
    price_class   = optional(string, "PriceClass_100")
    domain        = optional(object({ name = string, certificate_arn = string }))
  })
  default = {}

  validation {
    condition     = !var.page.enabled || var.gold.enabled
    error_message = "Nobody would write the page: it needs gold."
  }
}

variable "quicksight" {
  description = "Who may make charts of gold in QuickSight: ARNs of its users and groups. Without any there is nothing of the lake in it. See docs/dashboards.md."
  type = object({
    principals = optional(set(string), [])
  })
  default = {}

  validation {
    condition     = length(var.quicksight.principals) == 0 || var.gold.enabled
    error_message = "There would be nothing new to chart: it needs gold."
  }
}

variable "analysts" {
  description = "Who may take on the role that asks Athena about silver and gold and reads nothing else: ARNs of users, roles or accounts. Without any there is no such role."
  type        = set(string)
  default     = []
}

variable "facts" {
  description = "Facts of others to ask about as facts.<name>: the columns of the files in facts/<name>/ of the bucket, for CSV in their order. Parquet is what ./lake fact makes; CSV has a header, commas and no quotes."
  type = map(object({
    columns     = list(object({ name = string, type = string }))
    format      = optional(string, "parquet")
    description = optional(string)
  }))
  default = {}
}

variable "sizes" {
  description = "Memory and room in /tmp of the functions, where it is not to be what the pipeline gives by itself."
  type = object({
    get_tweets  = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    process_raw = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    to_silver   = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    maintain    = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    forget      = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    comply      = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    label_posts = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
    to_gold     = optional(object({ memory_mb = number, ephemeral_storage_mb = number }))
  })
  default = {}
}

variable "daily_charge_alarm_usd" {
  description = "An alarm is raised when the posts read in a day are estimated to cost this much, in US dollars."
  type        = number
}

variable "monthly_budget_usd" {
  description = "What the account may cost at AWS in a month, in US dollars, before mails are sent; null for no budget. X's charge is not in it."
  type        = number
  default     = null
}

variable "settings" {
  description = "Optional settings of the functions, such as X_VOCABULARY: see the project's README."
  type = object({
    get_tweets  = optional(map(string), {})
    process_raw = optional(map(string), {})
    to_silver   = optional(map(string), {})
    maintain    = optional(map(string), {})
    forget      = optional(map(string), {})
    comply      = optional(map(string), {})
    label_posts = optional(map(string), {})
    to_gold     = optional(map(string), {})
  })
  default = {}
}

variable "function_alarms_enabled" {
  description = "Whether each function has alarms of its own, besides those of the whole."
  type        = bool
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
}

variable "noncurrent_days" {
  description = "For how many days what was replaced or deleted in the lake can be brought back. What is forgotten cannot."
  type        = number
}

variable "scan_limit_bytes" {
  description = "How much one query in Athena may scan."
  type        = number
}

variable "kms_key_arn" {
  description = "The KMS key that encrypts buckets, secret, logs, topic and queue; null for the services' own keys, which cost nothing. What the key's policy has to say is in docs/operations.md."
  type        = string
  default     = null
}
