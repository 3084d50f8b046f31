# Gold in QuickSight: a data source, which asks in the lake's workgroup, and a data set for each table of counts. They are taken into
# SPICE after the runs, so a chart that somebody looks at scans nothing.

locals {
  # A test in acceptance/ compares them with the tables.
  tables = jsondecode(file("${path.module}/tables.json"))

  refreshes = {
    for refresh in setproduct(keys(local.tables), formatlist("%02d", tolist(var.refresh.hours))) : "${refresh[0]}-${refresh[1]}" => { table = refresh[0], hour = refresh[1] }
  }
}

resource "aws_quicksight_data_source" "lake" {
  aws_account_id = var.account_id
  data_source_id = var.name
  name           = var.name
  type           = "ATHENA"

  parameters {
    athena {
      work_group = var.lake.workgroup
    }
  }

  ssl_properties {
    disable_ssl = false
  }

  dynamic "permission" {
    for_each = var.principals

    content {
      principal = permission.value
      actions   = ["quicksight:DescribeDataSource", "quicksight:DescribeDataSourcePermissions", "quicksight:PassDataSource"]
    }
  }

  depends_on = [aws_iam_role_policy.quicksight]
}

resource "aws_quicksight_data_set" "gold" {
  for_each = local.tables

  aws_account_id = var.account_id
  data_set_id    = "${var.name}-${replace(each.key, "_", "-")}"
  name           = "${var.environment} ${each.key}"
  import_mode    = "SPICE"

  physical_table_map {
    physical_table_map_id = replace(each.key, "_", "-")

    relational_table {
      data_source_arn = aws_quicksight_data_source.lake.arn
      catalog         = "AwsDataCatalog"
      schema          = var.lake.database
      name            = each.key

      dynamic "input_columns" {
        for_each = each.value

        content {
          name = input_columns.value.name
          type = input_columns.value.type
        }
      }
    }
  }

  dynamic "permissions" {
    for_each = var.principals

    content {
      principal = permissions.value
      actions = [
        "quicksight:DescribeDataSet", "quicksight:DescribeDataSetPermissions", "quicksight:DescribeIngestion", "quicksight:ListIngestions",
        "quicksight:PassDataSet",
      ]
    }
  }
}

resource "aws_quicksight_refresh_schedule" "gold" {
  for_each = local.refreshes

  aws_account_id = var.account_id
  data_set_id    = aws_quicksight_data_set.gold[each.value.table].data_set_id
  schedule_id    = "at-${each.value.hour}"

  schedule {
    refresh_type = "FULL_REFRESH"

    schedule_frequency {
      interval        = "DAILY"
      time_of_the_day = "${each.value.hour}:30"
      timezone        = var.refresh.time_zone
    }
  }
}
