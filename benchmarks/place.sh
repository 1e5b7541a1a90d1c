#!/bin/sh
# Orders a second, beside pgbench that writes the same, and beside another service that a command
# starts: benchmarks/place.sh [SECONDS_OF_A_MEASUREMENT [COMMAND …]]
set -eu
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
[ $# -gt 0 ] || set -- 20
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/Place.java "$host" "$@"
