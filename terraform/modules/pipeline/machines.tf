# What runs, each as a state machine of its own: its functions, and when it starts, if it does so by itself. Ingest stands by
# itself: the others can be left out, and nothing of it changes.
locals {
  all_machines = {
    ingest = {
      name            = "${var.name}-ingest"
      definition_file = var.definition_files.ingest
      functions       = ["get_tweets", "process_raw", "tweets_to_silver", "users_to_silver", "places_to_silver"]
      what            = "a run"
      minute          = 0
      hours           = sort(formatlist("%02d", tolist(var.schedule.hours)))
      enabled         = var.schedule.enabled
      # Of a subject only what is said, and what concerns its collecting.
      input = jsonencode({
        subjects = [for subject in var.subjects : { for key, value in subject : key => value if value != null && key != "questions" }]
      })
    }
    maintain = {
      name            = "${var.name}-maintain"
      definition_file = var.definition_files.maintain
      functions       = ["maintain"]
      what            = "the maintenance of the tables"
      minute          = 30
      hours           = [format("%02d", var.maintenance.hour)]
      enabled         = var.maintenance.scheduled
      input = jsonencode({
        # Those of gold too where it is switched off: they stay.
        tables = flatten([for layer in ["bronze", "silver", "gold"] : [for table in local.all_tables[layer] : { layer = layer, table = table }]])
      })
    }
    forget = {
      name            = "${var.name}-forget"
      definition_file = var.definition_files.forget
      functions       = ["forget", "process_raw"]
      what            = "a request to forget"
      minute          = 0
      hours           = []
      enabled         = false
      input           = ""
    }
    comply = {
      name            = "${var.name}-comply"
      definition_file = var.definition_files.comply
      functions       = ["comply"]
      what            = "the compliance check"
      minute          = 30
      hours           = [format("%02d", var.comply.hour)]
      enabled         = true
      input           = "{}"
    }
    gold = {
      name            = "${var.name}-gold"
      definition_file = var.definition_files.gold
      functions       = ["label_posts", "to_gold"]
      what            = "labelling, counting and the page"
      minute          = 0
      hours           = []
      enabled         = false
      input           = ""
    }
  }

  machines = {
    for key, machine in local.all_machines : key => merge(machine, {
      seconds = jsondecode(file(machine.definition_file)).TimeoutSeconds
      # Hours from each start to the next one, around the clock: {7, 14, 21} gives 7, 7, 10.
      pauses = [
        for index, start in machine.hours :
        tonumber(element(machine.hours, index + 1)) - tonumber(start) + (index + 1 < length(machine.hours) ? 0 : 24)
      ]
    }) if lookup({ maintain = var.maintenance.enabled, forget = var.forget.enabled, comply = var.comply.enabled, gold = var.gold.enabled }, key, true)
  }

  # What the clock starts, and what starts when ingest has succeeded.
  scheduled = { for key, machine in local.machines : key => machine if length(machine.hours) > 0 }
  following = { for key, machine in local.machines : key => machine if key == "gold" }

  # The machine that it starts, and waits for.
  started = {
    for key in keys(local.machines) : key => lookup({ forget = [local.state_machine_arns.ingest], comply = [lookup(local.state_machine_arns, "forget", "")] }, key, [])
  }

  # What its definition names besides functions. Whoever forgets waits for whoever writes; the compliance check has what comes of
  # it forgotten.
  other_placeholders = {
    forget = {
      ingest_machine_arn   = local.state_machine_arns.ingest
      maintain_machine_arn = lookup(local.state_machine_arns, "maintain", local.state_machine_arns.ingest)
      gold_machine_arn     = lookup(local.state_machine_arns, "gold", local.state_machine_arns.ingest)
    }
    comply = {
      forget_machine_arn = lookup(local.state_machine_arns, "forget", "")
    }
  }
}
