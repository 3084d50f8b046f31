environment = "staging"
region      = "us-east-1"

# It may be thrown away and made anew.
protected               = false
function_alarms_enabled = false
log_retention_days      = 14
noncurrent_days         = 7
scan_limit_bytes        = 1073741824
daily_charge_alarm_usd  = 1
