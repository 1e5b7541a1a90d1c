#!/bin/sh
# The HTTP host beside a service of Spring Boot and JPA that does the same: benchmarks/baseline.sh [SECONDS [STARTS]]
set -eu
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
baseline=benchmarks/baseline/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
mvn -q -B -ntp -f benchmarks/baseline/pom.xml package
# Thin, with its libraries beside it, as its authors advise: so it starts sooner.
"$home/bin/java" -Djarmode=tools -jar "$baseline/baseline.jar" extract --force --destination "$baseline/app"
exec "$home/bin/java" -cp "$host/orders-app-http.jar:$host/lib/*" benchmarks/place/BesideBaseline.java "$host" "$baseline/app/baseline.jar" "${1:-15}" "${2:-5}"
