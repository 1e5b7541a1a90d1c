# Read by the commands that measure beside it: builds the host and the baseline, and tells where
# they are.
cd "$(dirname -- "$0")/.."
./serve --help >/dev/null
host=orders-app-http/target
baseline=benchmarks/baseline/target
home=$(sed -n 's/^ *java\.home = //p' "$host/java.settings" | head -n 1)
mvn -q -B -ntp -f benchmarks/baseline/pom.xml package
# Thin, with its libraries beside it, as its authors advise: so it starts sooner.
"$home/bin/java" -Djarmode=tools -jar "$baseline/baseline.jar" extract --force --destination "$baseline/app"
