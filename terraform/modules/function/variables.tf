variable "name" {
  description = "The function's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,62}[a-z0-9]$", var.name))
    error_message = "2 to 64 lower case letters, digits and hyphens."
  }
}

variable "description" {
  description = "What it does, in one line."
  type        = string
}

variable "account_id" {
  description = "The AWS account."
  type        = string
}

variable "image_uri" {
  description = "The container image by its digest: <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>. Of one architecture: Lambda takes no image index."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9][a-z0-9/._-]*@sha256:[0-9a-f]{64}$", var.image_uri))
    error_message = "Name the image by its digest (repository@sha256:...): a tag may mean another image tomorrow."
  }
}

variable "architecture" {
  description = "What the image was built for: arm64 or x86_64."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "arm64 or x86_64."
  }
}

variable "memory_mb" {
  description = "Memory; the processor's share grows with it, a whole one at 1769."
  type        = number
  default     = 1024

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "128 to 10240."
  }
}

variable "ephemeral_storage_mb" {
  description = "Room in /tmp."
  type        = number
  default     = 512

  validation {
    condition     = var.ephemeral_storage_mb >= 512 && var.ephemeral_storage_mb <= 10240
    error_message = "512 to 10240."
  }
}

variable "timeout_seconds" {
  description = "When Lambda stops an invocation."
  type        = number
  default     = 900

  validation {
    condition     = var.timeout_seconds >= 60 && var.timeout_seconds <= 900
    error_message = "60 to 900: Lambda stops at 900, and the functions keep up to two minutes for their last commit."
  }
}

variable "reserved_concurrency" {
  description = "How many may run at once at most; null for as many as the account allows."
  type        = number
  default     = null
}

variable "environment_variables" {
  description = "The function's settings. No secret: they are readable in the console and in Terraform's state."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.environment_variables) : !can(regex("TOKEN|PASSWORD|KEY", key)) || endswith(key, "_ID")])
    error_message = "A secret is named by its id (X_BEARER_TOKEN_SECRET_ID), never given."
  }
}

variable "permissions" {
  description = "What the function may do besides logging and tracing. Actions and resources by their full names."
  type = list(object({
    sid       = string
    actions   = set(string)
    resources = set(string)
    conditions = optional(list(object({
      test     = string
      variable = string
      values   = set(string)
    })), [])
  }))

  validation {
    condition     = alltrue(flatten([for statement in var.permissions : [for action in statement.actions : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]]))
    error_message = "Name every action in full, without '*'."
  }

  validation {
    condition = alltrue(flatten([for statement in var.permissions : [
      for resource in statement.resources : can(regex("^arn:", resource)) && !can(regex(":\\*$", resource)) && !can(regex(":::\\*", resource))
    ]]))
    error_message = "Name resources by their ARN: neither '*' nor everything of a service."
  }
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds the role, whatever else it is given; null for none."
  type        = string
  default     = null
}

variable "role_path" {
  description = "The path of the role."
  type        = string
  default     = "/"
}

variable "kms_key_arn" {
  description = "The KMS key that encrypts the log; null for the service's own."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}

variable "alarms_enabled" {
  description = "Whether errors, throttles and the time it takes are watched."
  type        = bool
  default     = true
}

variable "alarm_topic_arn" {
  description = "Whom alarms tell; null for nobody."
  type        = string
  default     = null
}
