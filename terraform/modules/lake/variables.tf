variable "name" {
  description = "What all names start with, such as fed-by-tweets-staging."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,34}[a-z0-9]$", var.name))
    error_message = "The name becomes a part of bucket names: 3 to 36 lower case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The databases are <environment>_bronze, <environment>_silver, <environment>_gold and <environment>_ops."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,31}$", var.environment))
    error_message = "The environment becomes a part of database names: lower case letters and digits."
  }
}

variable "account_id" {
  description = "The AWS account; it makes the bucket names unique."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An AWS account has 12 digits."
  }
}

variable "protected" {
  description = "Whether the data must outlive a mistake: nothing here is deleted with content, and old versions of objects only by their age or when something is forgotten."
  type        = bool
}

variable "kms_key_arn" {
  description = "The KMS key that encrypts the buckets and Athena's results; null for S3's own keys, which cost nothing."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "Use the ARN of a key, not of an alias: policies name keys."
  }
}

variable "forget_role_arn" {
  description = "The role that may delete old versions even of a protected lake, since authors may ask for it; null for none."
  type        = string
  default     = null
}

variable "analysts" {
  description = "Who may take on the role that asks Athena about silver and gold and reads nothing else: ARNs of users, roles or accounts. Without any there is no such role."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for principal in var.analysts : can(regex("^arn:[^:]+:iam::[0-9]{12}:(root|user/.+|role/.+)$", principal))])
    error_message = "Use ARNs of IAM: of a user, of a role, or of an account (root)."
  }
}

variable "role_path" {
  description = "The path of every role made here."
  type        = string
  default     = "/"
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds every role made here; null for none."
  type        = string
  default     = null
}

variable "noncurrent_days" {
  description = "For how many days what was replaced or deleted can be brought back. What is forgotten cannot."
  type        = number
  default     = 7

  validation {
    condition     = var.noncurrent_days >= 1
    error_message = "At least a day."
  }
}

variable "results_days" {
  description = "For how many days Athena's results are kept."
  type        = number
  default     = 30

  validation {
    condition     = var.results_days >= 1
    error_message = "At least a day."
  }
}

variable "scan_limit_bytes" {
  description = "How much one query may scan before Athena stops it."
  type        = number
  default     = 10737418240

  validation {
    condition     = var.scan_limit_bytes >= 10485760
    error_message = "Athena accepts no limit below 10 MB (10485760)."
  }
}

variable "queries" {
  description = "The shipped questions, SQL by name. The first line asks the question, tables are silver.<table>, gold.<table> and bronze.<table>."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for sql in values(var.queries) : can(regex("^-- .+\n", sql))])
    error_message = "The first line of a query is a comment that asks its question."
  }

  validation {
    condition     = alltrue([for sql in values(var.queries) : can(regex("\\b(?:silver|gold|bronze)\\.", sql))])
    error_message = "A query reads tables of silver, gold or bronze."
  }
}

variable "facts" {
  description = "Facts of others to ask about as facts.<name>: the columns of the files in facts/<name>/ of the bucket, for CSV in their order. Parquet is what ./lake fact makes; CSV has a header, commas and no quotes."
  type = map(object({
    columns     = list(object({ name = string, type = string }))
    format      = optional(string, "parquet")
    description = optional(string)
  }))
  default = {}

  validation {
    condition     = alltrue([for name in keys(var.facts) : can(regex("^[a-z][a-z0-9_]{0,62}$", name))])
    error_message = "A table's name has 1 to 63 lower case letters, digits and '_', and begins with a letter."
  }

  validation {
    condition     = alltrue([for fact in values(var.facts) : contains(["csv", "parquet"], fact.format)])
    error_message = "Facts are csv or parquet."
  }

  validation {
    condition = alltrue(flatten([for fact in values(var.facts) : [
      for column in fact.columns : can(regex("^[a-z][a-z0-9_]*$", column.name)) && contains(["bigint", "boolean", "date", "double", "string", "timestamp"], column.type)
    ]]))
    error_message = "A column has a name of lower case letters, digits and '_', and is of the type bigint, boolean, date, double, string or timestamp."
  }

  validation {
    condition     = alltrue([for fact in values(var.facts) : length(distinct(fact.columns[*].name)) == length(fact.columns)])
    error_message = "Two columns have the same name."
  }

  validation {
    condition = alltrue([for fact in values(var.facts) :
      contains(fact.columns, { name = "day", type = "date" }) &&
      (contains(fact.columns, { name = "subject", type = "string" }) || contains(fact.columns, { name = "place_id", type = "string" })) &&
      length(setsubtract(fact.columns[*].name, ["day", "subject", "place_id"])) > 0
    ])
    error_message = "Facts have a column day (date), subject or place_id (string) or both, and values, as ./lake fact wants them."
  }
}
