# shellcheck shell=bash
# What the launchers share: finds a JDK 25 and builds a module when needed. Sourced, with
#
#   launcher  the name that messages begin with
#   home      the folder of the project
#   module    the module to build and run
#
# and, if more is to be done with the jars of a build, a function
#
#   after_build FOLDER
#
# Afterwards `jdk` is set, and `jars` to a folder with $module.jar and what it needs. No later build
# changes that folder, and it stays as long as this process, or the one that takes its place, runs.
# JAVA_HOME is where the JDK is looked for first.

is_new_enough() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge 25 ]
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_new_enough "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "$launcher: no JDK 25 or later was found: install one, or name it in JAVA_HOME" >&2
  exit 1
}

has_flock() {
  command -v flock >/dev/null
}

# The folder of the last build: names are times.
newest_build() {
  local builds
  builds=("$target"/builds/*/)
  echo "${builds[${#builds[@]} - 1]%/}"
}

# The file `built` is as old as the beginning of the build.
needs_build() {
  local built
  built=$(newest_build)/built
  [ ! -f "$built" ] ||
    [ -n "$(find "$home" -path '*/target' -prune -o -path '*/src/test' -prune -o \
      \( -path '*/src/main/*' -o -name pom.xml -o -path '*/queries/*' -o -path '*/statemachine/*' \) \
      -type f -newer "$built" -print -quit)" ]
}

# One build at a time, since modules are shared. Who waited may find that nothing is left to do.
build() (
  command -v mvn >/dev/null || {
    echo "$launcher: Maven is needed to build: install it, version 3.8 or later" >&2
    exit 1
  }
  mkdir -p "$home/target" "$target/builds"
  if has_flock; then
    exec 8>"$home/target/build.lock"
    flock -n 8 || {
      echo "$launcher: waiting for another build ..." >&2
      flock 8
    }
    needs_build || exit 0
  fi
  echo "$launcher: building, which takes a few minutes the first time ..." >&2
  new=$target/builds/.new
  trap 'rm -rf "$new"' EXIT
  rm -rf "$new"
  mkdir "$new"
  touch "$new/built"
  log=$target/build.log
  if ! (cd "$home" && JAVA_HOME=$jdk mvn --batch-mode --no-transfer-progress -Dquick=true -DskipTests \
    -pl "$module" -am package) >"$log" 2>&1 8>&-; then
    grep '^\[ERROR\]' "$log" | head -n 5 >&2
    echo "$launcher: the build failed: see $log" >&2
    exit 1
  fi
  # Maven never writes a library again, so a link will do. Our own jars it does.
  ln "$target"/libraries/*.jar "$new" 2>/dev/null || cp -f "$target"/libraries/*.jar "$new"
  rm -f "$new"/fedbytweets-*.jar
  cp "$target"/libraries/fedbytweets-*.jar "$new"
  cp "$target/fedbytweets-$module.jar" "$new/$module.jar"
  if declare -F after_build >/dev/null; then
    after_build "$new" >>"$log" 2>&1 8>&- || echo "$launcher: commands will start slowly: see $log" >&2
  fi
  mv "$new" "$target/builds/$(date -u +%Y%m%dT%H%M%SZ)"
  remove_old_builds
)

remove_old_builds() {
  local folder newest
  newest=$(newest_build)
  for folder in "$target"/builds/*/; do
    folder=${folder%/}
    if [ "$folder" != "$newest" ] && is_unused "$folder"; then
      rm -rf "$folder"
    fi
  done
}

# Whether no process runs from a folder. Without locks: whether none was started for a day.
is_unused() {
  if [ ! -f "$1/built" ]; then
    return 0
  elif has_flock; then
    flock -n "$1/built" rm "$1/built"
  else
    [ -n "$(find "$1" -maxdepth 0 -mmin +1440)" ]
  fi
}

# The lock is on a file that stays open in the process. A build that ends meanwhile may remove it.
# Takes the number that it is open under.
hold_newest_build() {
  for _ in 1 2 3; do
    jars=$(newest_build)
    touch -c "$jars" 2>/dev/null || true # only its owner may
    has_flock || return 0
    if eval "exec $1<\"\$jars/built\"" 2>/dev/null; then
      flock -s "$1" || true
      [ ! -f "$jars/built" ] || return 0
    fi
  done
  echo "$launcher: what was built is gone: run it again" >&2
  exit 1
}

# Takes a module, and the number that its lock is open under.
take_build() {
  module=$1
  target=$home/$module/target
  if needs_build; then
    build
  fi
  hold_newest_build "$2"
}

jdk=$(find_jdk)
take_build "$module" 9
