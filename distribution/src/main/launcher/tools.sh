# Programs that run outside the server.

# java_tool CLASS ARGUMENT...: in the caller's folder, because arguments name files there.
java_tool() {
  main=$1
  shift
  need_jdk
  build_tools_if_needed
  exec "$JAVA_HOME/bin/java" ${QINGMEN_TOOL_OPTS:-} -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=ERROR -Dqingmen.root="$ROOT" \
    -cp "$TOOLS/*" "$main" "$@"
}

# rules and connector need no server.
offline_tool() {
  QINGMEN_TOOL_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
  java_tool org.qingmen.cli.Main "$@"
}

simulate() {
  java_tool org.qingmen.simulate.Main "$@"
}

# The benchmarks start the server from the archive themselves.
bench() {
  need_jdk
  build_if_needed
  PATH=$PATH:/usr/sbin:/sbin
  export PATH
  provide mariadbd mariadb-server
  QINGMEN_TOOL_OPTS="-Dqingmen.archive=$(archive) -Xmx4g"
  java_tool org.qingmen.bench.Main "$@"
}
