#!/bin/sh
# The HTTP host beside a service of Spring Boot and JPA that does the same: benchmarks/baseline.sh [SECONDS [STARTS]]
set -eu
. "$(dirname -- "$0")/baseline/build.sh"
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/BesideBaseline.java "$host" "$baseline/app/baseline.jar" "${1:-15}" "${2:-5}"
