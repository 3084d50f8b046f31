# The same file in every environment: they differ by terraform.tfvars, lake.yaml and the key of their state.

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = {
      project     = "fed-by-tweets"
      environment = var.environment
      managed-by  = "terraform"
    }
  }
}

data "aws_partition" "current" {}

locals {
  project = "${path.root}/../../.."
  name    = "fed-by-tweets-${var.environment}"

  # Both are made by bootstrap/, which lets a deployment make no other roles than bounded ones in this path.
  role_path    = "/fed-by-tweets/${var.environment}/"
  boundary_arn = "arn:${data.aws_partition.current.partition}:iam::${var.account_id}:policy/fed-by-tweets/${var.environment}-boundary"

  collecting = yamldecode(file("${path.root}/lake.yaml"))
  # What lake.yaml says of collecting itself, as ./lake takes it. The variable overrules it.
  collecting_settings = try({ X_WINDOW_OVERLAP = local.collecting.window_overlap }, {})
}

module "lake" {
  source = "../../modules/lake"

  name             = local.name
  environment      = var.environment
  account_id       = var.account_id
  protected        = var.protected
  kms_key_arn      = var.kms_key_arn
  noncurrent_days  = var.noncurrent_days
  scan_limit_bytes = var.scan_limit_bytes
  analysts         = var.analysts
  facts            = var.facts
  forget_role_arn  = var.forget.enabled ? "arn:${data.aws_partition.current.partition}:iam::${var.account_id}:role${local.role_path}${local.name}-forget" : null

  role_path                = local.role_path
  permissions_boundary_arn = local.boundary_arn
  queries = {
    for file in fileset("${local.project}/queries", "*.sql") :
    trimsuffix(file, ".sql") => file("${local.project}/queries/${file}")
  }
}

module "page" {
  source = "../../modules/page"
  count  = var.page.enabled ? 1 : 0

  name          = local.name
  account_id    = var.account_id
  allowed_cidrs = var.page.allowed_cidrs
  price_class   = var.page.price_class
  domain        = var.page.domain
}

module "quicksight" {
  source = "../../modules/quicksight"
  count  = length(var.quicksight.principals) == 0 ? 0 : 1

  name        = local.name
  environment = var.environment
  account_id  = var.account_id
  principals  = var.quicksight.principals
  # After the runs.
  refresh = { hours = [for hour in var.schedule.hours : (hour + 1) % 24], time_zone = var.schedule.time_zone }

  lake = {
    bucket      = module.lake.bucket
    database    = module.lake.databases.gold
    results     = module.lake.results_bucket
    workgroup   = module.lake.workgroup
    kms_key_arn = module.lake.kms_key_arn
  }

  role_path                = local.role_path
  permissions_boundary_arn = local.boundary_arn
}

module "pipeline" {
  source = "../../modules/pipeline"

  name                   = local.name
  environment            = var.environment
  account_id             = var.account_id
  protected              = var.protected
  images                 = var.images
  architecture           = var.architecture
  label_embeddings       = var.label_embeddings
  sizes                  = var.sizes
  settings               = merge(var.settings, { get_tweets = merge(local.collecting_settings, var.settings.get_tweets) })
  daily_charge_alarm_usd = var.daily_charge_alarm_usd
  monthly_budget_usd     = var.monthly_budget_usd
  maintenance            = var.maintenance
  forget                 = var.forget
  comply                 = var.comply
  gold                   = var.gold
  definition_files = {
    for machine in ["ingest", "maintain", "forget", "comply", "gold"] : machine => "${local.project}/statemachine/${machine}.asl.json"
  }
  subjects                = local.collecting.subjects
  schedule                = var.schedule
  alarm_emails            = var.alarm_emails
  function_alarms_enabled = var.function_alarms_enabled
  log_retention_days      = var.log_retention_days

  lake = {
    bucket      = module.lake.bucket
    databases   = module.lake.databases
    results     = module.lake.results_bucket
    page        = one(module.page[*].bucket)
    kms_key_arn = module.lake.kms_key_arn
  }

  role_path                = local.role_path
  permissions_boundary_arn = local.boundary_arn
}
