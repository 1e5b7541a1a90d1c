#!/bin/sh
# Start-up time of the HTTP host beside a bare Javalin program: benchmarks/start.sh [RUNS]
set -eu
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/start/Start.java "$host" "${1:-10}"
