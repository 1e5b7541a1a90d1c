#!/bin/sh
# Where the time of an order goes: benchmarks/profile.sh [SECONDS]
set -eu
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
[ $# -gt 0 ] || set -- 30
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/Profile.java "$host" "$@"
