#!/bin/sh
# Lists of orders in a shop that grows: benchmarks/list.sh [ORDERS]…, by default 1000000 10000000
set -eu
cd "$(dirname -- "$0")/.."
[ $# -gt 0 ] || set -- 1000000 10000000
./serve --help >/dev/null
host=orders-app-http/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
exec "$home/bin/java" -Djava.io.tmpdir="${TMPDIR:-/tmp}" \
  -cp "$host/orders-app-http.jar:$host/lib/*" \
  benchmarks/list/Lists.java "$host" "$@"
