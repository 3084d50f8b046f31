provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = {
      project    = "fed-by-tweets"
      managed-by = "terraform"
    }
  }
}

data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition
  images    = toset(["get-tweets", "process-raw", "to-silver", "maintain", "forget", "comply", "label-posts", "label-posts-embeddings", "to-gold"])
  registry  = coalesce(var.images_account_id, var.account_id)
}
