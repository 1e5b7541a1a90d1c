#!/bin/sh
# Process start to the first placed order of the Lambda bundle under the real runtime client, beside
# a bare handler: benchmarks/lambda.sh [RUNS]
set -eu
cd "$(dirname -- "$0")/.."
mvn -q -Dexec.skip=true -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/test.classpath -pl orders-app-lambda -am
./serve --help >/dev/null
home=$(sed -n 's/^ *java\.home = //p' orders-app-http/target/java.settings | head -n 1)
module=orders-app-lambda
exec "$home/bin/java" \
  -cp "$module/target/test-classes:$module/target/classes:$(cat $module/target/test.classpath)" \
  benchmarks/start/LambdaStart.java "$module/target/orders-app-lambda.zip" \
  "$(ls $module/target/orders-app-lambda-*.jar | grep -v -e tests -e testkit -e runtime | head -n 1)" "${1:-10}"
