# The images: built once, and deployed to every environment by the same digest. An account that takes them from another one has
# no registry of its own.

resource "aws_ecr_repository" "image" {
  for_each = local.registry == var.account_id ? local.images : []

  name                 = "fed-by-tweets/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

# What a tagged index refers to is not untagged for ECR, so it stays with the index.
resource "aws_ecr_lifecycle_policy" "image" {
  for_each = aws_ecr_repository.image

  repository = each.value.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "What no tag names goes after two weeks."
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "The last hundred builds stay, so that a rollback finds its image."
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = 100 }
        action       = { type = "expire" }
      },
    ]
  })
}

data "aws_iam_policy_document" "image" {
  statement {
    sid     = "Lambda"
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values = [
        for account in concat([var.account_id], sort(var.image_readers)) :
        "arn:${local.partition}:lambda:${var.region}:${account}:function:fed-by-tweets-*"
      ]
    }
  }

  # Lambda takes an image of another account only if the one who deploys may read it too.
  dynamic "statement" {
    for_each = length(var.image_readers) == 0 ? [] : ["readers"]

    content {
      sid     = "OtherAccounts"
      actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

      principals {
        type        = "AWS"
        identifiers = [for account in var.image_readers : "arn:${local.partition}:iam::${account}:root"]
      }
    }
  }
}

resource "aws_ecr_repository_policy" "image" {
  for_each = aws_ecr_repository.image

  repository = each.value.name
  policy     = data.aws_iam_policy_document.image.json
}
