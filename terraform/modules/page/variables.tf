variable "name" {
  description = "What all names start with, such as fed-by-tweets-staging."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,34}[a-z0-9]$", var.name))
    error_message = "The name becomes a part of a bucket's name: 3 to 36 lower case letters, digits and hyphens."
  }
}

variable "account_id" {
  description = "The AWS account; it makes the bucket's name unique."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An AWS account has 12 digits."
  }
}

variable "allowed_cidrs" {
  description = "The ranges of IPv4 addresses from which the page can be read, such as 203.0.113.0/24; none for all of the web. With ranges the page has no IPv6 address."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for range in var.allowed_cidrs : can(cidrnetmask(range))])
    error_message = "Use ranges of IPv4 addresses, such as 203.0.113.0/24, or 203.0.113.7/32 for one address."
  }
}

variable "price_class" {
  description = "From which of CloudFront's places the page is served: PriceClass_100 (North America, Europe, Israel), PriceClass_200 or PriceClass_All, which has South America."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "domain" {
  description = "A domain of one's own, with its certificate in ACM; null for CloudFront's. An alias record that leads there is made elsewhere."
  type        = object({ name = string, certificate_arn = string })
  default     = null

  validation {
    condition     = var.domain == null || can(regex("^arn:[^:]+:acm:us-east-1:[0-9]{12}:certificate/.+$", var.domain.certificate_arn))
    error_message = "CloudFront takes certificates of ACM in us-east-1 alone."
  }
}
