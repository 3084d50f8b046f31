# What was done to the lake, as tables over what lies in it anyway. They are for whoever answers for the lake: analysts read silver.

resource "aws_glue_catalog_database" "ops" {
  name        = "${var.environment}_ops"
  description = "What was done to the lake."
}

# Reports name no post and no user. Each is a line of JSON in an object of its own.
resource "aws_glue_catalog_table" "forgotten" {
  name          = "forgotten"
  database_name = aws_glue_catalog_database.ops.name
  description   = "A row for each request to forget, from its report."
  table_type    = "EXTERNAL_TABLE"

  parameters = {
    EXTERNAL       = "TRUE"
    classification = "json"
  }

  storage_descriptor {
    location      = "s3://${aws_s3_bucket.lake.bucket}/state/forgotten/reports/"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      serialization_library = "org.openx.data.jsonserde.JsonSerDe"
    }

    # The test in acceptance/ reads reports with the same.
    dynamic "columns" {
      for_each = jsondecode(file("${path.module}/forgotten.json"))

      content {
        name    = columns.value.name
        type    = columns.value.type
        comment = columns.value.comment
      }
    }
  }
}
