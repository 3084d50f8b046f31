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

# GitHub puts immutable numbers into the subjects of repositories that were created, renamed or moved since mid-2026.
variable "subject_prefix" {
  description = "What the subject of the repository's tokens starts with, as GitHub says it: gh api repos/{owner}/{repo}/actions/oidc/customization/sub --jq .sub_claim_prefix. Null for repo:<owner>/<name>, which older repositories have."
  type        = string
  default     = null

  validation {
    condition     = var.subject_prefix == null || can(regex("^repo:${replace(replace(var.repository, ".", "\\."), "/", "(@[0-9]+|-[0-9]+)?/")}(@[0-9]+|-[0-9]+)?$", var.subject_prefix))
    error_message = "repo:<owner>/<name> of this repository, with GitHub's numbers or without: repo:<owner>@<number>/<name>@<number>. Take it from gh api repos/{owner}/{repo}/actions/oidc/customization/sub."
  }
}

variable "identity_provider_exists" {
  description = "Whether the account has GitHub's identity provider already; it can have one only."
  type        = bool
  default     = false
}

variable "images_account_id" {
  description = "The account whose registry has the images; null for this one. Functions take images from their own region only."
  type        = string
  default     = null

  validation {
    condition     = var.images_account_id == null || can(regex("^[0-9]{12}$", var.images_account_id))
    error_message = "An AWS account has 12 digits."
  }
}

variable "image_readers" {
  description = "Other accounts whose functions run the images of this one."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for account in var.image_readers : can(regex("^[0-9]{12}$", account))])
    error_message = "An AWS account has 12 digits."
  }
}

variable "environments" {
  description = "What is deployed here, each by the GitHub environment of the same name. One may push images, whose digests the others take; one may run the lake once after a deployment and ask it. Where the page is to be on the web, or QuickSight is to have gold, deployments must be allowed to."
  type = map(object({
    protected       = bool
    pushes_images   = optional(bool, false)
    runs_smoke_test = optional(bool, false)
    page            = optional(bool, false)
    quicksight      = optional(bool, false)
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
