/// Iceberg's Glue catalog and S3 file access, by name: this module is not compiled against
/// Iceberg.
package dev.fedbytweets.aws.glue;
