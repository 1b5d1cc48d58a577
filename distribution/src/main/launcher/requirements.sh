# What must be on this machine, and how to get it.

# Major version of the JDK in a folder; empty when there is none.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  if command -v javac >/dev/null 2>&1; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
  for folder in /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$folder" ] && printf '%s\n' "$folder"
  done
  return 0
}

# Sets JAVA_HOME to a JDK 17 or 21. The container does not start on newer ones.
need_jdk() {
  if ! find_jdk; then
    if may_install; then
      install_packages openjdk-17-jdk-headless
      find_jdk && return
    fi
    fail no-jdk "${jdks_seen:-$(message none)}"
  fi
}

find_jdk() {
  jdks_seen=
  list=$(jdk_candidates)
  for wanted in 17 21; do
    while IFS= read -r folder; do
      major=$(jdk_major "$folder")
      if [ "$major" = "$wanted" ]; then
        JAVA_HOME=$folder
        export JAVA_HOME
        return 0
      fi
      [ -n "$major" ] && jdks_seen="$jdks_seen $major ($folder)"
    done <<LIST
$list
LIST
  done
  return 1
}

# version_at_least 3.8 3.9.1
version_at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || provide mvn maven
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  version_at_least 3.8 "${version:-0}" || fail old-maven "${version:-$(message none)}"
}

need_node() {
  command -v node >/dev/null 2>&1 || provide node nodejs
  version=$(node --version 2>/dev/null | sed 's/^v//')
  version_at_least 20 "${version:-0}" || fail old-node "${version:-$(message none)}"
  command -v npm >/dev/null 2>&1 || provide npm npm
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

install_packages() {
  say installing "$*"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } >&2 \
    || fail install-failed "$*"
}

# provide COMMAND PACKAGE...: the command is there afterwards, or this program has ended.
provide() {
  name=$1
  shift
  command -v "$name" >/dev/null 2>&1 && return
  may_install || fail missing "$name" "$*"
  install_packages "$@"
  command -v "$name" >/dev/null 2>&1 || fail install-failed "$*"
}

# provide_file FILE PACKAGE: the same for what is no command.
provide_file() {
  [ -e "$1" ] && return
  may_install || fail missing "$2" "$2"
  install_packages "$2"
}

# The servers that the tests talk to. A missing one is never a reason to skip.
need_test_servers() {
  PATH=$PATH:/usr/sbin:/sbin
  export PATH
  provide mariadbd mariadb-server
  provide chromium chromium
  # The examples of the guides, as people paste them.
  provide jq jq
  provide curl curl
  provide openssl openssl
  provide_file /usr/share/doc/fonts-noto-cjk fonts-noto-cjk
}
