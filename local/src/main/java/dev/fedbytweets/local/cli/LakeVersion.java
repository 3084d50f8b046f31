package dev.fedbytweets.local.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version that stands in the jar's manifest.
final class LakeVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = LakeVersion.class.getPackage().getImplementationVersion();
    return new String[] {"Fed By Tweets " + Optional.ofNullable(version).orElse("from classes")};
  }
}
