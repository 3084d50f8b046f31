environment = "production"
region      = "us-east-1"

protected               = true
function_alarms_enabled = true
log_retention_days      = 90
noncurrent_days         = 7
scan_limit_bytes        = 107374182400
daily_charge_alarm_usd  = 25
