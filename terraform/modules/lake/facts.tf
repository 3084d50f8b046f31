# Facts of others (purchases, votes, prices) beside what the lake says: each is a table over the files in its folder, which a person
# puts there.

locals {
  # The test in acceptance/ reads facts with the same. CSV is read by a SerDe that knows dates and numbers, and no quotes.
  fact_formats = jsondecode(file("${path.module}/facts.json"))
}

resource "aws_glue_catalog_database" "facts" {
  count = length(var.facts) == 0 ? 0 : 1

  name        = "${var.environment}_facts"
  description = "Facts of others, by day and subject or place."
}

resource "aws_glue_catalog_table" "fact" {
  for_each = var.facts

  name          = each.key
  database_name = aws_glue_catalog_database.facts[0].name
  description   = each.value.description
  table_type    = "EXTERNAL_TABLE"
  parameters    = local.fact_formats[each.value.format].parameters

  storage_descriptor {
    location      = "s3://${aws_s3_bucket.lake.bucket}/facts/${each.key}/"
    input_format  = local.fact_formats[each.value.format].input_format
    output_format = local.fact_formats[each.value.format].output_format

    ser_de_info {
      serialization_library = local.fact_formats[each.value.format].serde
      parameters            = local.fact_formats[each.value.format].serde_parameters
    }

    dynamic "columns" {
      for_each = each.value.columns

      content {
        name = columns.value.name
        type = columns.value.type
      }
    }
  }
}
