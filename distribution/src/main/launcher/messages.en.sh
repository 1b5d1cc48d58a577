# English texts of the launcher.

message() {
  key=$1
  shift
  case "$key" in
    usage) cat <<'TEXT'
./qingmen run [--empty] [--rebuild]   start in the foreground with the demonstration province; Ctrl-C stops
./qingmen start | stop | status | logs   the same in the background
./qingmen test [quick | soak]         everything CI runs; quick: one minute; soak: the long versions
./qingmen bench [name]                benchmarks beside their peers
./qingmen rules new | check | test | pack | sign | deploy | impact | diff | matrix
./qingmen connector new | test | explain
./qingmen simulate                    plays gates, cameras and scales against a running server
Environment: QINGMEN_DATA, QINGMEN_HTTP_PORT, QINGMEN_SSH_PORT, QINGMEN_ADMIN_PASSWORD,
  QINGMEN_DB_URL, QINGMEN_DB_USER, QINGMEN_DB_PASSWORD, QINGMEN_LANG (zh, en)
TEXT
      ;;
    wrong-call) printf 'this is not understood: %s' "$@" ;;
    no-jdk) printf 'a JDK 17 or 21 is needed; found: %s.\nInstall one: apt-get install openjdk-17-jdk-headless, or set JAVA_HOME.' "$@" ;;
    none) printf 'none' ;;
    old-maven) printf 'Maven 3.8 or newer is needed; found: %s.\nInstall it: apt-get install maven.' "$@" ;;
    old-node) printf 'Node.js 20 or newer is needed for the console; found: %s.\nInstall it: https://nodejs.org, or your distribution'\''s package.' "$@" ;;
    missing) printf '%s is missing. Install it: apt-get install %s (as root this is done for you).' "$@" ;;
    installing) printf 'installing %s ...' "$@" ;;
    install-failed) printf '%s could not be installed; see the lines above.' "$@" ;;
    building) printf 'building (the first time takes some minutes) ...' ;;
    build-failed) printf 'the build failed; the whole report is in %s.' "$@" ;;
    unpacking) printf 'unpacking %s ...' "$@" ;;
    starting) printf 'starting ...' ;;
    ready) printf 'ready after %s s.\n  console:  http://localhost:%s/\n  accounts: %s\n  log:      %s' "$@" ;;
    demo) printf 'demonstration province: %s' "$@" ;;
    ctrl-c) printf 'Ctrl-C stops the server.' ;;
    not-ready) printf 'the server is not ready after %s s; see %s.' "$@" ;;
    died) printf 'the server ended by itself; see %s.' "$@" ;;
    port-taken) printf 'port %s is taken by another program. Stop it, or choose another port: QINGMEN_HTTP_PORT=8282 ./qingmen run' "$@" ;;
    runs-already) printf 'the server runs already (process %s).' "$@" ;;
    started) printf 'started (process %s).' "$@" ;;
    stopping) printf 'stopping ...' ;;
    stopped) printf 'stopped.' ;;
    not-running) printf 'the server does not run.' ;;
    running) printf 'the server runs (process %s).' "$@" ;;
    no-log) printf 'there is no log yet: %s' "$@" ;;
    killed) printf 'it did not stop within 60 s and was killed.' ;;
    totals) printf '%s passed, %s failed' "$@" ;;
    skipped) printf '%s tests were skipped; a skipped test counts as a failure.' "$@" ;;
    broken) printf 'failed: %s' "$@" ;;
    no-reports) printf 'no test reports were written: the build itself failed.' ;;
    *) printf '%s %s' "$key" "$*" ;;
  esac
}
