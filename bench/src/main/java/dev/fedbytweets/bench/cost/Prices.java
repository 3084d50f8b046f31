package dev.fedbytweets.bench.cost;

/// List prices of AWS, us-east-1, November 2026, US dollars, without free tiers.
final class Prices {

  /// Lambda, arm64.
  static final double LAMBDA_GIGABYTE_SECOND = 0.0000133334;

  static final double LAMBDA_REQUEST = 0.20 / 1e6;

  /// Step Functions Standard.
  static final double STATE_TRANSITION = 0.025 / 1e3;

  /// S3 Standard: PUT, COPY, POST, LIST.
  static final double S3_WRITE = 0.005 / 1e3;

  /// S3 Standard: GET and all others.
  static final double S3_READ = 0.0004 / 1e3;

  static final double S3_GIGABYTE_MONTH = 0.023;
  static final double GLUE_REQUEST = 1.00 / 1e6;
  static final double SECRET_MONTH = 0.40;
  static final double SECRETS_REQUEST = 0.05 / 1e4;
  static final double LOGS_GIGABYTE = 0.50;
  static final double ECR_GIGABYTE_MONTH = 0.10;

  /// X, for a post read.
  static final double X_POST = 0.005;

  private Prices() {}
}
