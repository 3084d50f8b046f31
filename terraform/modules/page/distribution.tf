# Whoever has the address can read the page, or whoever calls from the ranges that are allowed. No access log: it would be a list of
# who read the page, and nobody needs it.

locals {
  limited = length(var.allowed_cidrs) == 0 ? [] : ["limited"]
}

resource "aws_cloudfront_origin_access_control" "page" {
  name                              = "${var.name}-page"
  description                       = "Reads the page in its bucket."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# A page that was replaced is gone everywhere after a minute.
resource "aws_cloudfront_cache_policy" "page" {
  name        = "${var.name}-page"
  comment     = "Keeps the page for a minute."
  min_ttl     = 0
  default_ttl = 60
  max_ttl     = 60

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "page" {
  name    = "${var.name}-page"
  comment = "What browsers must not do with the page."

  security_headers_config {
    # The page itself names the hashes of its script and style. Both policies hold, so this one is wider there, and has what a page
    # cannot say of itself: who may frame it.
    content_security_policy {
      content_security_policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
      override                = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "no-referrer"
      override        = true
    }

    strict_transport_security {
      access_control_max_age_sec = 31536000
      override                   = true
    }
  }

  custom_headers_config {
    items {
      header   = "X-Robots-Tag"
      value    = "noindex"
      override = true
    }
  }
}

resource "aws_cloudfront_function" "allow" {
  for_each = toset(local.limited)

  name    = "${var.name}-page-allow"
  comment = "Lets the ranges through that may read the page."
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = templatefile("${path.module}/allow.js", { ranges = jsonencode(sort(tolist(var.allowed_cidrs))) })

  # It goes when the distribution has let go of it.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_distribution" "page" {
  enabled             = true
  comment             = "The page of ${var.name}"
  default_root_object = local.key
  http_version        = "http2and3"
  price_class         = var.price_class
  aliases             = var.domain[*].name
  # Ranges are of IPv4.
  is_ipv6_enabled = length(local.limited) == 0

  origin {
    origin_id                = "page"
    domain_name              = aws_s3_bucket.page.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.page.id
  }

  default_cache_behavior {
    target_origin_id           = "page"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.page.id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.page.id

    dynamic "function_association" {
      for_each = aws_cloudfront_function.allow

      content {
        event_type   = "viewer-request"
        function_arn = function_association.value.arn
      }
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  # Of its own domain CloudFront decides itself which TLS is the oldest; of others it is 1.2.
  viewer_certificate {
    cloudfront_default_certificate = var.domain == null ? true : null
    acm_certificate_arn            = try(var.domain.certificate_arn, null)
    ssl_support_method             = var.domain == null ? null : "sni-only"
    minimum_protocol_version       = var.domain == null ? "TLSv1" : "TLSv1.2_2021"
  }
}
