# The bucket, and its region, come with the command: terraform init -backend-config=bucket=... -backend-config=region=...
terraform {
  backend "s3" {
    key          = "production/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
