# shellcheck shell=bash
# What the launchers share: finds a JDK 25 and builds a module when needed. Sourced, with
#
#   launcher  the name that messages begin with
#   home      the folder of the project
#   module    the module to build and run
#
# Afterwards `jdk` and `target` are set. JAVA_HOME is where the JDK is looked for first.

target=$home/$module/target

is_new_enough() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version
  version=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${version%%.*}" -ge 25 ] 2>/dev/null
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_new_enough "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "$launcher: no JDK 25 or later was found: install one, or name it in JAVA_HOME" >&2
  exit 1
}

needs_build() {
  [ ! -f "$target/$module.built" ] ||
    [ -n "$(find "$home" -path '*/target' -prune -o -path '*/src/test' -prune -o \
      \( -path '*/src/main/*' -o -name pom.xml -o -path '*/queries/*' -o -path '*/statemachine/*' \) \
      -type f -newer "$target/$module.built" -print -quit)" ]
}

build() {
  command -v mvn > /dev/null || {
    echo "$launcher: Maven is needed to build: install it, version 3.8 or later" >&2
    exit 1
  }
  echo "$launcher: building, which takes a few minutes the first time ..." >&2
  local log=$target/build.log
  mkdir -p "$target"
  if ! (cd "$home" && JAVA_HOME=$jdk mvn --batch-mode --no-transfer-progress -Dquick=true -DskipTests \
    -pl "$module" -am package) > "$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 5 >&2
    echo "$launcher: the build failed: see $log" >&2
    exit 1
  fi
  touch "$target/$module.built"
}

jdk=$(find_jdk)
if needs_build; then
  build
fi
