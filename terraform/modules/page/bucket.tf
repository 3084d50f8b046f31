# The page alone: a copy, which each execution of gold replaces. So there are no versions, and nothing is lost with it.

data "aws_partition" "current" {}

locals {
  key        = "dashboard.html"
  bucket_arn = "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.page.bucket}"
  # AWS chooses the distribution's name, so the bucket's policy is known when that exists.
  distribution_arn = aws_cloudfront_distribution.page.arn
}

resource "aws_s3_bucket" "page" {
  bucket        = "${var.name}-page-${var.account_id}"
  force_destroy = true
}

resource "aws_s3_bucket_ownership_controls" "page" {
  bucket = aws_s3_bucket.page.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "page" {
  bucket                  = aws_s3_bucket.page.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# S3's own keys also where the lake has another: the page is for whoever reads it, and CloudFront would need leave to use the key.
resource "aws_s3_bucket_server_side_encryption_configuration" "page" {
  bucket = aws_s3_bucket.page.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "page" {
  bucket = aws_s3_bucket.page.bucket

  rule {
    id     = "uploads-that-never-ended"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}

data "aws_iam_policy_document" "page" {
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

  statement {
    sid       = "Distribution"
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket_arn}/${local.key}"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.distribution_arn]
    }
  }
}

resource "aws_s3_bucket_policy" "page" {
  bucket = aws_s3_bucket.page.bucket
  policy = data.aws_iam_policy_document.page.json

  depends_on = [aws_s3_bucket_public_access_block.page]
}
