# The whole lake: raw/, state/, bronze/, silver/, quarantine/.

data "aws_partition" "current" {}

locals {
  # Built from names, so that every policy is readable in the plan, before anything exists.
  bucket_arn  = "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.lake.bucket}"
  results_arn = "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.results.bucket}"

  encryption = var.kms_key_arn == null ? "AES256" : "aws:kms"
}

resource "aws_s3_bucket" "lake" {
  bucket        = "${var.name}-lake-${var.account_id}"
  force_destroy = !var.protected
}

resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket                  = aws_s3_bucket.lake.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    bucket_key_enabled = var.kms_key_arn != null

    apply_server_side_encryption_by_default {
      sse_algorithm     = local.encryption
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    id     = "what-was-replaced"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.noncurrent_days
    }

    expiration {
      expired_object_delete_marker = true
    }
  }

  rule {
    id     = "uploads-that-never-ended"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.lake]
}

data "aws_iam_policy_document" "lake" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [local.bucket_arn, "${local.bucket_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  # Pages, checkpoints and journal are written once, or exchanged for what was read: never overwritten blindly. S3 knows no
  # conditions for the parts of an upload, only for its end.
  statement {
    sid       = "ConditionalWrites"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["${local.bucket_arn}/raw/*", "${local.bucket_arn}/state/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Null"
      variable = "s3:if-none-match"
      values   = ["true"]
    }

    condition {
      test     = "Null"
      variable = "s3:if-match"
      values   = ["true"]
    }

    condition {
      test     = "Bool"
      variable = "s3:ObjectCreationOperation"
      values   = ["true"]
    }
  }

  dynamic "statement" {
    for_each = var.protected ? ["protected"] : []

    content {
      sid       = "BucketStays"
      effect    = "Deny"
      actions   = ["s3:DeleteBucket"]
      resources = [local.bucket_arn]

      principals {
        type        = "*"
        identifiers = ["*"]
      }
    }
  }

  # Lifecycle rules are not bound by it: what was replaced still goes with its age. Neither is the role that forgets.
  dynamic "statement" {
    for_each = var.protected ? ["protected"] : []

    content {
      sid       = "DataStays"
      effect    = "Deny"
      actions   = ["s3:DeleteObjectVersion"]
      resources = ["${local.bucket_arn}/*"]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      dynamic "condition" {
        for_each = var.forget_role_arn == null ? [] : [var.forget_role_arn]

        content {
          test     = "ArnNotEquals"
          variable = "aws:PrincipalArn"
          values   = [condition.value]
        }
      }
    }
  }
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.bucket
  policy = data.aws_iam_policy_document.lake.json

  depends_on = [aws_s3_bucket_public_access_block.lake]
}
