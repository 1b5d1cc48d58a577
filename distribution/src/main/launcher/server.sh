# Runs the server from the archive, unpacked beside it; its data lie in QINGMEN_DATA.

SERVER=$ROOT/distribution/target/server
READY_WITHIN=180

# Unpacks the archive unless this very build is unpacked already.
unpack() {
  tarball=$(archive)
  id=$(tar xzf "$tarball" -O --wildcards '*/build.id')
  [ "$(cat "$SERVER/build.id" 2>/dev/null)" = "$id" ] && return
  say unpacking "$(basename "$tarball")"
  rm -rf "$SERVER"
  mkdir -p "$SERVER"
  tar xzf "$tarball" -C "$SERVER" --strip-components=1
}

pid_file() {
  printf '%s/karaf/server.pid' "$QINGMEN_DATA"
}

log_file() {
  printf '%s/karaf/log/karaf.log' "$QINGMEN_DATA"
}

# Process of the running server, or nothing. A number that another program got meanwhile does not count.
running_pid() {
  pid=$(cat "$(pid_file)" 2>/dev/null) || return 0
  if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q "qingmen.data=$QINGMEN_DATA"; then
    printf '%s' "$pid"
  fi
}

# curl's code 7 = nobody listens.
port_is_open() {
  answer=0
  curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$1/" 2>/dev/null || answer=$?
  [ "$answer" -ne 7 ]
}

is_ready() {
  [ "$(curl -s -o /dev/null --max-time 2 -w '%{http_code}' "http://127.0.0.1:$QINGMEN_HTTP_PORT/health/ready" 2>/dev/null)" = 200 ]
}

# Options of run and start: unsigned packs only here, the demonstration unless --empty.
server_options() {
  QINGMEN_DEMO=1
  rebuild=
  for option in "$@"; do
    case "$option" in
      --empty) QINGMEN_DEMO=0 ;;
      --rebuild) rebuild=1 ;;
      *) wrong_call "$option" ;;
    esac
  done
  export QINGMEN_DEMO
}

prepare_server() {
  mkdir -p "$QINGMEN_DATA/karaf"
  QINGMEN_DATA=$(CDPATH='' cd -- "$QINGMEN_DATA" && pwd)
  pid=$(running_pid)
  [ -z "$pid" ] || fail runs-already "$pid"
  provide curl curl
  need_jdk
  if [ -n "$rebuild" ]; then build; else build_if_needed; fi
  if port_is_open "$QINGMEN_HTTP_PORT"; then fail port-taken "$QINGMEN_HTTP_PORT"; fi
  unpack
}

# Starts the server in a session of its own, so that Ctrl-C reaches this script alone, and it can be
# stopped in order.
launch() {
  out=$QINGMEN_DATA/karaf/console.out
  (cd "$SERVER" && KARAF_EXEC=exec exec setsid bin/karaf server) >"$out" 2>&1 </dev/null &
  printf '%s\n' "$!" >"$(pid_file)"
}

await_ready() {
  pid=$(cat "$(pid_file)")
  begin=$(date +%s)
  while ! is_ready; do
    kill -0 "$pid" 2>/dev/null || fail died "$QINGMEN_DATA/karaf/console.out, $(log_file)"
    waited=$(($(date +%s) - begin))
    [ "$waited" -lt "$READY_WITHIN" ] || fail not-ready "$waited" "$(log_file)"
    sleep 1
  done
  say ready "$(($(date +%s) - begin))" "$QINGMEN_HTTP_PORT" "$QINGMEN_DATA/accounts.txt" "$(log_file)"
}

# What the demonstration writes while it loads, line by line until it is done.
show_demo_progress() {
  progress=$QINGMEN_DATA/demo-progress
  shown=
  while [ "$QINGMEN_DEMO" = 1 ] && kill -0 "$1" 2>/dev/null; do
    line=$(cat "$progress" 2>/dev/null || true)
    if [ "$line" != "$shown" ]; then
      say demo "$line"
      shown=$line
    fi
    case "$line" in *100%*) return 0 ;; esac
    sleep 1
  done
  return 0
}

server_run() {
  server_options "$@"
  : "${QINGMEN_PACKS_UNSIGNED:=dev}"
  export QINGMEN_PACKS_UNSIGNED
  prepare_server
  trap 'terminate; exit 0' INT TERM HUP
  say starting
  launch
  await_ready
  say ctrl-c
  show_demo_progress "$(cat "$(pid_file)")"
  # wait ends early when a signal arrives; the trap has then stopped the server.
  ended=0
  wait "$(cat "$(pid_file)")" || ended=$?
  # Stopped in order from elsewhere: 0 when the container ended by itself at SIGTERM, else 128 + SIGTERM.
  case "$ended" in
    0 | 143) ;;
    *) fail died "$(log_file)" ;;
  esac
  say stopped
}

server_start() {
  server_options "$@"
  prepare_server
  say starting
  launch
  await_ready
  say started "$(cat "$(pid_file)")"
}

terminate() {
  trap '' INT TERM HUP
  pid=$(running_pid)
  [ -n "$pid" ] || return 0
  say stopping
  kill -TERM "$pid"
  begin=$(date +%s)
  while kill -0 "$pid" 2>/dev/null; do
    if [ $(($(date +%s) - begin)) -gt 60 ]; then
      kill -KILL "$pid"
      complain killed
      break
    fi
    sleep 1
  done
  rm -f "$(pid_file)"
  say stopped
}

absolute_data() {
  [ -d "$QINGMEN_DATA" ] && QINGMEN_DATA=$(CDPATH='' cd -- "$QINGMEN_DATA" && pwd)
  return 0
}

server_stop() {
  no_options "$@"
  absolute_data
  [ -n "$(running_pid)" ] || fail not-running
  terminate
}

server_status() {
  no_options "$@"
  absolute_data
  pid=$(running_pid)
  [ -n "$pid" ] || fail not-running
  say running "$pid"
  curl -s --max-time 5 "http://127.0.0.1:$QINGMEN_HTTP_PORT/health/ready" || true
  printf '\n'
  is_ready
}

server_logs() {
  no_options "$@"
  absolute_data
  [ -f "$(log_file)" ] || fail no-log "$(log_file)"
  exec tail -n 100 -F "$(log_file)"
}
