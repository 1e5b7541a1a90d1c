#!/bin/sh
# What memory the HTTP host needs, beside a service of Spring Boot and JPA that does the same:
# benchmarks/memory.sh [SECONDS [HEAP_IN_MIB …]]
set -eu
. "$(dirname -- "$0")/baseline/build.sh"
seconds=${1:-15}
[ $# -gt 1 ] && shift || set -- 256 128 96 64
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/Heaps.java "$host" "$baseline/app/baseline.jar" "$seconds" "$@"
