variable "name" {
  description = "What all names start with, such as fed-by-tweets-staging."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,34}[a-z0-9]$", var.name))
    error_message = "3 to 36 lower case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "LAKE_ENVIRONMENT of the functions, and the dimension of the lake's metrics."
  type        = string
}

variable "account_id" {
  description = "The AWS account."
  type        = string
}

variable "protected" {
  description = "Whether the secret must outlive a mistake: for a month after its deletion it can be brought back."
  type        = bool
}

variable "lake" {
  description = "Where the lake lies: outputs of the module lake."
  type = object({
    bucket      = object({ name = string, arn = string })
    databases   = object({ bronze = string, silver = string, gold = string })
    results     = object({ name = string, arn = string })
    page        = optional(object({ name = string, arn = string }))
    kms_key_arn = optional(string)
  })
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

# Half of the memory is the JVM's heap (docker/entrypoint). get-tweets needs 140 MB in all and mostly waits, process-raw and
# to-silver stay below 240 MB in containers of 512. What work costs hardly depends on the memory, what waiting costs does; a
# merge of a million rows ends in two minutes at this size, and Lambda stops it after 15. bench/ counts with the same.
variable "sizes" {
  description = "Memory and room in /tmp of the functions."
  type = object({
    get_tweets  = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 256, ephemeral_storage_mb = 512 })
    process_raw = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 512, ephemeral_storage_mb = 1024 })
    to_silver   = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 512, ephemeral_storage_mb = 2048 })
    maintain    = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 1024, ephemeral_storage_mb = 2048 })
    forget      = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 1769, ephemeral_storage_mb = 2048 })
    comply      = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 1024, ephemeral_storage_mb = 512 })
    label_posts = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 1024, ephemeral_storage_mb = 1024 })
    to_gold     = optional(object({ memory_mb = number, ephemeral_storage_mb = number }), { memory_mb = 1024, ephemeral_storage_mb = 1024 })
  })
  default = {}
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

variable "definition_files" {
  description = "The state machines in the States Language, with a placeholder for each function's ARN."
  type = object({
    ingest   = string
    maintain = string
    forget   = string
    comply   = string
    gold     = string
  })
}

variable "subjects" {
  description = "What to collect, as in lake.yaml."
  type = list(object({
    name                = string
    query               = string
    max_posts_per_run   = optional(number)
    max_posts_per_day   = optional(number)
    max_posts_per_month = optional(number)
    media               = optional(bool)
    questions           = optional(bool, false)
  }))

  # A state's payload has at most 256 KiB. The result of a subject has less than 1.5 kB, its failure included, which makes 150 kB
  # of a hundred; the input travels along until all are collected.
  validation {
    condition     = length(var.subjects) > 0 && length(var.subjects) <= 100
    error_message = "Name 1 to 100 subjects: the results of more do not fit into the payload of a state. Join queries with OR, or deploy a second environment."
  }

  validation {
    condition     = length(jsonencode(var.subjects)) <= 65536
    error_message = "All subjects together have more than 65,536 characters: that does not fit into the payload of a state beside their results."
  }

  validation {
    condition     = alltrue([for subject in var.subjects : can(regex("^[a-z0-9][a-z0-9_-]{0,63}$", subject.name))])
    error_message = "A subject's name has 1 to 64 lower case letters, digits, '_' and '-', and starts with a letter or digit."
  }

  validation {
    condition     = length(distinct(var.subjects[*].name)) == length(var.subjects)
    error_message = "Two subjects have the same name."
  }

  validation {
    condition     = alltrue([for subject in var.subjects : trimspace(subject.query) != "" && length(subject.query) <= 4096])
    error_message = "A query has 1 to 4096 characters (512 unless the account is an Enterprise one)."
  }

  validation {
    condition = alltrue(flatten([for subject in var.subjects : [
      for limit in [subject.max_posts_per_run, subject.max_posts_per_day, subject.max_posts_per_month] : limit == null ? true : limit >= 10 && floor(limit) == limit
    ]]))
    error_message = "X gives no page smaller than 10 posts: a limit is a whole number from 10 on."
  }
}

variable "schedule" {
  description = "When runs start: at these full hours of the day, in this time zone."
  type = object({
    hours     = optional(set(number), [7, 14, 21])
    time_zone = optional(string, "America/Sao_Paulo")
    enabled   = optional(bool, true)
  })
  default = {}

  validation {
    condition     = length(var.schedule.hours) > 0 && alltrue([for hour in var.schedule.hours : hour >= 0 && hour <= 23 && floor(hour) == hour])
    error_message = "Name at least one hour, from 0 to 23."
  }
}

variable "maintenance" {
  description = "Whether there is a state machine that keeps the tables small, and whether it starts by itself: half an hour after this hour of each day, in the time zone of the schedule."
  type = object({
    enabled   = optional(bool, true)
    scheduled = optional(bool, true)
    hour      = optional(number, 3)
  })
  default = {}

  validation {
    condition     = var.maintenance.hour >= 0 && var.maintenance.hour <= 23 && floor(var.maintenance.hour) == var.maintenance.hour
    error_message = "An hour from 0 to 23."
  }
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

  validation {
    condition     = !var.comply.enabled || var.forget.enabled
    error_message = "What X says is gone could not be forgotten: comply needs forget."
  }

  validation {
    condition     = var.comply.hour >= 0 && var.comply.hour <= 23 && floor(var.comply.hour) == var.comply.hour
    error_message = "An hour from 0 to 23."
  }
}

variable "gold" {
  description = "Whether posts are labelled and counted, and the page written, each time that a run has succeeded."
  type = object({
    enabled = optional(bool, true)
  })
  default = {}
}

variable "alarm_emails" {
  description = "Who is told of alarms. Each address gets a mail first, in which the subscription must be confirmed."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "Use mail addresses."
  }
}

variable "daily_charge_alarm_usd" {
  description = "An alarm is raised when the posts read in a day are estimated to cost this much, in US dollars."
  type        = number
  default     = 25

  validation {
    condition     = var.daily_charge_alarm_usd > 0
    error_message = "More than 0."
  }
}

variable "monthly_budget_usd" {
  description = "What the account may cost at AWS in a month, in US dollars, before mails are sent; null for no budget."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget_usd == null || (try(var.monthly_budget_usd > 0, false) && length(var.alarm_emails) > 0)
    error_message = "More than 0, and somebody must be told (alarm_emails)."
  }
}

variable "function_alarms_enabled" {
  description = "Whether each function has alarms of its own (three, at $0.10 a month each), besides those of the whole."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds every role made here; null for none."
  type        = string
  default     = null
}

variable "role_path" {
  description = "The path of every role made here."
  type        = string
  default     = "/"
}
