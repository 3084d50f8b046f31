# Plans with the real provider; nothing is asked of AWS.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

# What AWS names itself.
override_resource {
  target          = aws_cloudfront_distribution.page
  override_during = plan
  values          = { arn = "arn:aws:cloudfront::123456789012:distribution/E1", domain_name = "d1.cloudfront.net" }
}

override_resource {
  target          = aws_cloudfront_function.allow["limited"]
  override_during = plan
  values          = { arn = "arn:aws:cloudfront::123456789012:function/page-test-page-allow" }
}

override_resource {
  target          = aws_cloudfront_origin_access_control.page
  override_during = plan
  values          = { id = "ACCESS" }
}

override_resource {
  target          = aws_cloudfront_cache_policy.page
  override_during = plan
  values          = { id = "CACHE" }
}

override_resource {
  target          = aws_cloudfront_response_headers_policy.page
  override_during = plan
  values          = { id = "HEADERS" }
}

variables {
  name       = "page-test"
  account_id = "123456789012"
}

run "a_page_on_the_web" {
  command = plan

  assert {
    condition     = output.bucket == { name = "page-test-page-123456789012", arn = "arn:aws:s3:::page-test-page-123456789012" } && output.address == "https://d1.cloudfront.net/"
    error_message = "Nobody would know where the page is stored, or read."
  }

  assert {
    condition = (aws_s3_bucket_public_access_block.page.block_public_acls && aws_s3_bucket_public_access_block.page.block_public_policy &&
    aws_s3_bucket_public_access_block.page.ignore_public_acls && aws_s3_bucket_public_access_block.page.restrict_public_buckets)
    error_message = "The bucket could become public."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.page.rule[0].object_ownership == "BucketOwnerEnforced" && one(aws_s3_bucket_server_side_encryption_configuration.page.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "The bucket knows access control lists, or is not encrypted."
  }

  assert {
    condition     = aws_s3_bucket.page.force_destroy
    error_message = "Whoever switches the page off could not."
  }

  assert {
    condition = jsondecode(aws_s3_bucket_policy.page.policy).Statement == [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::page-test-page-123456789012/*", "arn:aws:s3:::page-test-page-123456789012"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Distribution"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::page-test-page-123456789012/dashboard.html"
        Condition = { StringEquals = { "aws:SourceArn" = "arn:aws:cloudfront::123456789012:distribution/E1" } }
      },
    ]
    error_message = "Another distribution reads the bucket, or more than the page is read: ${aws_s3_bucket_policy.page.policy}"
  }

  assert {
    condition = (aws_cloudfront_origin_access_control.page.signing_behavior == "always" && aws_cloudfront_origin_access_control.page.signing_protocol == "sigv4" &&
    one(aws_cloudfront_distribution.page.origin).origin_access_control_id == "ACCESS")
    error_message = "CloudFront could not read the bucket."
  }

  assert {
    condition     = aws_cloudfront_distribution.page.default_root_object == "dashboard.html" && aws_cloudfront_distribution.page.enabled && aws_cloudfront_distribution.page.is_ipv6_enabled && length(aws_cloudfront_distribution.page.aliases) == 0
    error_message = "The address does not lead to the page."
  }

  assert {
    condition = (aws_cloudfront_distribution.page.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https" &&
      toset(aws_cloudfront_distribution.page.default_cache_behavior[0].allowed_methods) == toset(["GET", "HEAD"]) &&
      aws_cloudfront_distribution.page.default_cache_behavior[0].cache_policy_id == "CACHE" &&
      aws_cloudfront_distribution.page.default_cache_behavior[0].response_headers_policy_id == "HEADERS" &&
    length(aws_cloudfront_distribution.page.default_cache_behavior[0].function_association) == 0)
    error_message = "The page is served in the clear, or without its headers."
  }

  assert {
    condition     = aws_cloudfront_cache_policy.page.max_ttl == 60 && aws_cloudfront_cache_policy.page.default_ttl == 60
    error_message = "What was replaced could be read for longer than a minute."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.page.logging_config) == 0
    error_message = "Who reads the page would be written down."
  }

  assert {
    condition = (aws_cloudfront_response_headers_policy.page.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec == 31536000 &&
      aws_cloudfront_response_headers_policy.page.security_headers_config[0].frame_options[0].frame_option == "DENY" &&
      aws_cloudfront_response_headers_policy.page.security_headers_config[0].referrer_policy[0].referrer_policy == "no-referrer" &&
    aws_cloudfront_response_headers_policy.page.security_headers_config[0].content_type_options[0].override)
    error_message = "A header is missing."
  }

  # What stands in the page is a part of this: DashboardTest looks at the page's.
  assert {
    condition = toset(split("; ", aws_cloudfront_response_headers_policy.page.security_headers_config[0].content_security_policy[0].content_security_policy)) == toset([
      "default-src 'none'", "script-src 'unsafe-inline'", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'", "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    error_message = "The page could do more than it must, or less."
  }
}

run "for_some_addresses" {
  command = plan

  variables {
    allowed_cidrs = ["203.0.113.0/24", "198.51.100.7/32"]
  }

  assert {
    condition     = one(aws_cloudfront_distribution.page.default_cache_behavior[0].function_association).event_type == "viewer-request" && !aws_cloudfront_distribution.page.is_ipv6_enabled
    error_message = "Others can read the page."
  }

  assert {
    condition     = strcontains(aws_cloudfront_function.allow["limited"].code, "const ranges = [\"198.51.100.7/32\",\"203.0.113.0/24\"];") && aws_cloudfront_function.allow["limited"].publish
    error_message = "The ranges are not filled in: ${aws_cloudfront_function.allow["limited"].code}"
  }
}

run "a_domain_of_ones_own" {
  command = plan

  variables {
    domain = { name = "posts.example.org", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }

  assert {
    condition     = output.address == "https://posts.example.org/" && aws_cloudfront_distribution.page.aliases == toset(["posts.example.org"])
    error_message = "The domain does not lead to the page."
  }

  assert {
    condition     = aws_cloudfront_distribution.page.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.page.viewer_certificate[0].ssl_support_method == "sni-only"
    error_message = "Old TLS is spoken."
  }
}

run "no_range_of_ipv6_no_certificate_from_elsewhere_no_other_price_class" {
  command = plan

  variables {
    allowed_cidrs = ["2001:db8::/32"]
    price_class   = "PriceClass_1"
    domain        = { name = "posts.example.org", certificate_arn = "arn:aws:acm:sa-east-1:123456789012:certificate/1" }
  }

  expect_failures = [var.allowed_cidrs, var.price_class, var.domain]
}
