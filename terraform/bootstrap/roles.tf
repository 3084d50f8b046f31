# Two roles for each environment. deploy: what a workflow does that runs in the GitHub environment of that name, after its reviewers
# agreed. plan: what a pull request, and main before the reviewers agree, may look at.

locals {
  github         = "token.actions.githubusercontent.com"
  subject_prefix = coalesce(var.subject_prefix, "repo:${var.repository}")

  roles = merge([
    for environment in keys(var.environments) : {
      "${environment}-deploy" = { environment = environment, subjects = ["environment:${environment}"], description = "Deploys ${environment}." }
      # Before its reviewers agree, main plans what they are to agree to.
      "${environment}-plan" = { environment = environment, subjects = ["pull_request", "ref:refs/heads/main"], description = "Plans ${environment}, and changes nothing." }
    }
  ]...)

  # Policies have a size limit, so there are a few for each role.
  policies = merge([
    for role in keys(local.roles) : {
      for group, statements in local.grants[role] : "${role}-${group}" => { role = role, statements = statements } if length(statements) > 0
    }
  ]...)
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.identity_provider_exists ? 0 : 1

  url            = "https://${local.github}"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  for_each = local.roles

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:${local.partition}:iam::${var.account_id}:oidc-provider/${local.github}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.github}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.github}:sub"
      values   = [for subject in each.value.subjects : "${local.subject_prefix}:${subject}"]
    }
  }
}

resource "aws_iam_role" "deployment" {
  for_each = local.roles

  name               = "fed-by-tweets-${each.key}"
  path               = "/fed-by-tweets/deployment/"
  description        = each.value.description
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json

  depends_on = [aws_iam_openid_connect_provider.github]
}

data "aws_iam_policy_document" "deployment" {
  for_each = local.policies

  dynamic "statement" {
    for_each = each.value.statements

    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources

      dynamic "condition" {
        for_each = statement.value.conditions

        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_iam_policy" "deployment" {
  for_each = local.policies

  name   = each.key
  path   = "/fed-by-tweets/"
  policy = data.aws_iam_policy_document.deployment[each.key].json
}

resource "aws_iam_role_policy_attachment" "deployment" {
  for_each = local.policies

  role       = aws_iam_role.deployment[each.value.role].name
  policy_arn = aws_iam_policy.deployment[each.key].arn
}
