# What the launcher says. Every key exists in messages.en.sh and in messages.zh.sh.

language() {
  case "${QINGMEN_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}" in
    zh*) echo zh ;;
    *) echo en ;;
  esac
}

. "$LAUNCHER/messages.$(language).sh"

# say KEY [ARGUMENT...]: to the reader.
say() {
  message "$@"
  printf '\n'
}

# A sentence about what is wrong, to the standard error.
complain() {
  printf 'qingmen: ' >&2
  say "$@" >&2
}

# What was checked is wrong.
fail() {
  complain "$@"
  exit 1
}

# Called wrongly.
wrong_call() {
  complain wrong-call "$1"
  say usage >&2
  exit 2
}

# no_options "$@": for commands that take none.
no_options() {
  [ $# -eq 0 ] || wrong_call "$1"
}
