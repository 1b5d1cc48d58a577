# The tests, and what they add up to.

reports() {
  find "$ROOT" -name node_modules -prune -o -type f -name 'TEST-*.xml' \
    \( -path '*/target/surefire-reports/*' -o -path '*/target/failsafe-reports/*' -o -path '*/target/node-reports/*' \) -print
}

# Adds an attribute of <testsuite> over all reports.
sum() {
  reports | while IFS= read -r report; do
    sed -n '/<testsuite[ >]/{s/.*[[:space:]]'"$1"'="\([0-9]*\)".*/\1/p;q;}' "$report" || true
  done | awk '{ n += $1 } END { print n + 0 }'
}

# Flattens a report so that an element lies on one line, and names what failed.
failed_cases() {
  reports | while IFS= read -r report; do
    tr '\n' ' ' <"$report" | sed 's/<testcase/\n&/g' | grep -E '<(failure|error)[ >/]' \
      | sed -n 's/.*<testcase[^>]*[[:space:]]name="\([^"]*\)"[^>]*classname="\([^"]*\)".*/\2: \1/p' || true
  done
}

totals() {
  all=$(sum tests)
  broken=$(($(sum failures) + $(sum errors)))
  skipped=$(sum skipped)
  failed_cases | while IFS= read -r name; do complain broken "$name"; done
  code=$1
  if [ "$skipped" -gt 0 ]; then
    complain skipped "$skipped"
    code=1
  fi
  [ "$broken" -eq 0 ] || code=1
  if [ "$all" -eq 0 ]; then
    complain no-reports
    code=1
  fi
  # A build that stopped without a failing test is a failure too.
  if [ "$code" -ne 0 ] && [ $((broken + skipped)) -eq 0 ]; then broken=1; fi
  say totals "$((all - broken - skipped > 0 ? all - broken - skipped : 0))" "$((broken + skipped))"
  exit "$code"
}

forget_reports() {
  reports | while IFS= read -r report; do rm -f "$report"; done
}

# run_maven GOAL...: its exit code in $code, so that the totals always come last.
run_maven() {
  code=0
  maven "$@" || code=1
}

# Left out of the quick run: what boots databases, network routes or the whole rule compiler again and again.
SLOW='!org/qingmen/store/**,!*RoutesTest,!HostsTest,!RulesVerbTest,!AuthorToolsTest,!ShippedPacksTest,!ShippedCareTest,!ModelAgreesTest,!OpenPackTest,!SandboxTest,!GradeServiceTest,!ApiReloadTest'

tests() {
  kind=${1:-all}
  [ $# -le 1 ] || wrong_call "$2"
  case "$kind" in
    all | quick | soak) ;;
    *) wrong_call "$kind" ;;
  esac
  need_jdk
  need_maven
  need_node
  forget_reports
  case "$kind" in
    quick)
      run_maven -q --fail-at-end -T 2 test -pl '!tools,!features,!distribution' -Dexec.skip=true \
        "-Dtest=$SLOW" -Dsurefire.failIfNoSpecifiedTests=false
      ;;
    all)
      need_test_servers
      run_maven --fail-at-end verify
      ;;
    soak)
      need_test_servers
      run_maven --fail-at-end verify -Dqingmen.soak=true
      ;;
  esac
  totals "$code"
}
