package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.Function;
import java.util.ArrayList;
import java.util.List;

/// The image of a function.
///
/// @param name in the engine, with a tag or without
record Image(Function function, String name) {

  /// The image that `docker/build` makes.
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

  /// Its default user.
  String user() throws InterruptedException {
    return Engine.run("image", "inspect", "--format", "{{.Config.User}}", name);
  }

  /// The default arguments of its entry point.
  List<String> command() throws InterruptedException {
    return Engine.run("image", "inspect", "--format", "{{join .Config.Cmd \"\\n\"}}", name)
        .lines()
        .toList();
  }
}
