package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.Function;
import java.util.ArrayList;
import java.util.List;

/// The image of a function.
///
/// @param name as the engine knows it, with a tag or without
record Image(Function function, String name) {

  /// As `docker/build` names it.
  ///
  /// @param repository the part before the function's name
  static Image of(String repository, Function function) {
    return new Image(function, repository + "/" + function.hyphenated());
  }

  Layers layers() throws InterruptedException {
    List<String> arguments = new ArrayList<>(Layers.HISTORY);
    arguments.add(name);
    return Layers.read(Engine.run(arguments.toArray(String[]::new)));
  }

  /// Its user where none is given.
  String user() throws InterruptedException {
    return Engine.run("image", "inspect", "--format", "{{.Config.User}}", name);
  }

  /// The arguments that its entry point gets where none are given.
  List<String> command() throws InterruptedException {
    return Engine.run("image", "inspect", "--format", "{{join .Config.Cmd \"\\n\"}}", name)
        .lines()
        .toList();
  }
}
