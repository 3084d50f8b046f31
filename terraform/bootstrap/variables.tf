variable "account_id" {
  description = "The AWS account. Terraform refuses to work on another one."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An AWS account has 12 digits."
  }
}

variable "region" {
  description = "The AWS region."
  type        = string
  default     = "us-east-1"
}

variable "repository" {
  description = "The repository on GitHub whose workflows deploy: owner/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "owner/name, without '*'."
  }
}

variable "identity_provider_exists" {
  description = "Whether the account has GitHub's identity provider already; it can have one only."
  type        = bool
  default     = false
}

variable "environments" {
  description = "What is deployed here, each by the GitHub environment of the same name. One may push images, whose digests the others take; one may run the lake once after a deployment and ask it."
  type = map(object({
    protected       = bool
    pushes_images   = optional(bool, false)
    runs_smoke_test = optional(bool, false)
  }))
  default = {
    staging    = { protected = false, pushes_images = true, runs_smoke_test = true }
    production = { protected = true }
  }

  validation {
    condition     = alltrue([for name in keys(var.environments) : can(regex("^[a-z][a-z0-9]{0,21}$", name)) && name != "deployment"])
    error_message = "An environment's name has up to 22 lower case letters and digits, and is not 'deployment'."
  }
}
