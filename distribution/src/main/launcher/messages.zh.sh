# 启动脚本的中文文本。

message() {
  key=$1
  shift
  case "$key" in
    usage) cat <<'TEXT'
./qingmen run [--empty] [--rebuild]   前台启动并载入演示省份；Ctrl-C 停止
./qingmen start | stop | status | logs   后台运行
./qingmen test [quick | soak]         CI 运行的全部测试；quick：一分钟；soak：长时间版本
./qingmen bench [name]                与对照程序一起跑的基准测试
./qingmen rules new | check | test | pack | sign | deploy | impact | diff | matrix
./qingmen connector new | test | explain
./qingmen simulate                    对运行中的服务器模拟门禁、摄像机和地磅
环境变量：QINGMEN_DATA、QINGMEN_HTTP_PORT、QINGMEN_SSH_PORT、QINGMEN_ADMIN_PASSWORD、
  QINGMEN_DB_URL、QINGMEN_DB_USER、QINGMEN_DB_PASSWORD、QINGMEN_LANG（zh、en）
TEXT
      ;;
    wrong-call) printf '无法识别：%s' "$@" ;;
    no-jdk) printf '需要 JDK 17 或 21；找到的是：%s。\n安装：apt-get install openjdk-17-jdk-headless，或设置 JAVA_HOME。' "$@" ;;
    none) printf '无' ;;
    old-maven) printf '需要 Maven 3.8 或更新版本；找到的是：%s。\n安装：apt-get install maven。' "$@" ;;
    old-node) printf '构建控制台需要 Node.js 20 或更新版本；找到的是：%s。\n安装：https://nodejs.org，或使用发行版的软件包。' "$@" ;;
    missing) printf '缺少 %s。安装：apt-get install %s（以 root 运行时自动安装）。' "$@" ;;
    installing) printf '正在安装 %s ...' "$@" ;;
    install-failed) printf '%s 安装失败，原因见上文。' "$@" ;;
    building) printf '正在构建（首次需要几分钟）...' ;;
    build-failed) printf '构建失败，完整报告见 %s。' "$@" ;;
    unpacking) printf '正在解包 %s ...' "$@" ;;
    starting) printf '正在启动 ...' ;;
    ready) printf '%s 秒后就绪。\n  控制台：http://localhost:%s/\n  账号：  %s\n  日志：  %s' "$@" ;;
    demo) printf '演示省份：%s' "$@" ;;
    ctrl-c) printf '按 Ctrl-C 停止服务器。' ;;
    not-ready) printf '%s 秒后服务器仍未就绪，见 %s。' "$@" ;;
    died) printf '服务器自行退出，见 %s。' "$@" ;;
    port-taken) printf '端口 %s 已被其他程序占用。请停止该程序，或换一个端口：QINGMEN_HTTP_PORT=8282 ./qingmen run' "$@" ;;
    runs-already) printf '服务器已在运行（进程 %s）。' "$@" ;;
    started) printf '已启动（进程 %s）。' "$@" ;;
    stopping) printf '正在停止 ...' ;;
    stopped) printf '已停止。' ;;
    not-running) printf '服务器没有运行。' ;;
    running) printf '服务器正在运行（进程 %s）。' "$@" ;;
    no-log) printf '还没有日志：%s' "$@" ;;
    killed) printf '60 秒内未能停止，已强制结束。' ;;
    totals) printf '%s passed, %s failed' "$@" ;;
    skipped) printf '有 %s 个测试被跳过；跳过按失败计。' "$@" ;;
    broken) printf '失败：%s' "$@" ;;
    no-reports) printf '没有测试报告：构建本身失败。' ;;
    *) printf '%s %s' "$key" "$*" ;;
  esac
}
