#!/bin/sh
# Commit to publish under load: benchmarks/relay.sh [ORDERS_A_SECOND [SECONDS]]
set -eu
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/Publishing.java "$host" "${1:-250}" "${2:-30}"
