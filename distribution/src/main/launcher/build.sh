# Builds when the sources are newer than what was built.

TARGET=$ROOT/distribution/target
TOOLS=$ROOT/tools/target/lib
BUILD_REPORT=$ROOT/target/build.log

archive() {
  ls "$TARGET"/qingmen-distribution-*.tar.gz 2>/dev/null | head -n 1
}

# newer_than FILE FOLDER...: true when something in the folders is newer than the file.
newer_than() {
  built=$1
  shift
  [ -n "$(find "$@" \( -name target -o -name node_modules -o -name .git \) -prune \
    -o -type f -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

is_stale() {
  [ -n "$(archive)" ] && [ -d "$TOOLS" ] || return 0
  newer_than "$(archive)" "$@"
}

maven() {
  (cd "$ROOT" && mvn -B "$@")
}

# The archive and the class path of the tools, without the tests.
build() {
  need_jdk
  need_maven
  need_node
  say building
  mkdir -p "$(dirname "$BUILD_REPORT")"
  maven -q -DskipTests -DskipITs package >"$BUILD_REPORT" 2>&1 || {
    tail -n 30 "$BUILD_REPORT" >&2
    fail build-failed "$BUILD_REPORT"
  }
}

build_if_needed() {
  if is_stale "$ROOT/pom.xml" "$ROOT/bundles" "$ROOT/rules" "$ROOT/features" "$ROOT/config" "$ROOT/distribution/src/main" "$ROOT/distribution/pom.xml"; then
    build
  fi
}

# Rule packs and configuration are the input of the tools, not a part of them.
build_tools_if_needed() {
  if is_stale "$ROOT/pom.xml" "$ROOT/tools/pom.xml" "$ROOT/bundles"; then
    build
  fi
}
