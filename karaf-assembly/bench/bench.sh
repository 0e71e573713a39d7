#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the distribution against bare JDBC and against limits: bench.sh [--long] [NAME...]. One JSON object a line on
# standard output. See docs/developer/benchmarks.md. What a user never waits for alone is measured inside its bundle.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
MIN_JAVA=21
EXIT_CANNOT=3

cannot() { printf 'bench: %s\n' "$1" >&2; exit "$EXIT_CANNOT"; }
find_jdk() { # sets JDK: the one asked for, else the newest in the usual places; javac must be there
    local dir version best=0
    for dir in "${HUB_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -x "$dir/bin/javac" ] && [ -r "$dir/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$dir/release")
        if [ "${version:-0}" -gt "$best" ]; then best=$version JDK=$dir; fi
        case $dir in "${HUB_JAVA_HOME:-}" | "${JAVA_HOME:-}") [ "$best" -lt "$MIN_JAVA" ] || return 0 ;; esac
    done
    [ "$best" -ge "$MIN_JAVA" ] || cannot "no JDK $MIN_JAVA or newer found: install one, or point HUB_JAVA_HOME at it"
}
archive() { ls -t "$ROOT"/karaf-assembly/target/openbarnahus-distribution-*.tar.gz 2> /dev/null | head -1 || true; }
inside() { # bundle, program, arguments: one that lies among the tests of its bundle and prints its own line
    local bundle=$1 main=$2; shift 2
    (cd "$ROOT" && JAVA_HOME=$JDK mvn -q -B -ntp exec:exec -pl "bundles/$bundle" "-Dexec.executable=$JDK/bin/java" -Dexec.classpathScope=test \
        "-Dexec.args=-Xmx400m -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -classpath %classpath $main $*") | grep -o '{.*}' # Maven puts a colour before it
}
parts() { # names: those of parts, each measured
    local package=org.openbarnahus name
    (cd "$ROOT" && JAVA_HOME=$JDK mvn -q -B -ntp -Pfast -DskipTests install -pl bundles/engine.access,bundles/store.jpa,bundles/audit.verifier -am >&2) || cannot "the build failed"
    for name; do
        case $name in
            decision) inside engine.access $package.engine.access.internal.DecisionBench ;;
            audit-verify) inside audit.verifier $package.audit.verifier.VerifierBench ;;
            audit-*) inside store.jpa $package.store.jpa.internal.AuditCostBench "${name#audit-}" ;;
        esac
    done
}
clean_up() { # what a crash of the program may have left, too
    local data pid
    for data in "$WORK"/*-data; do
        [ ! -e "$data/hub.pid" ] || "$DIST/bin/hub" stop --data "$data" > /dev/null || true
    done
    if [ -r "$WORK/postgres" ]; then
        data=$(cat "$WORK/postgres")
        if pid=$(head -1 "$data/db/postmaster.pid" 2> /dev/null); then kill -QUIT "$pid" 2> /dev/null || true; sleep 1; fi
        case $data in */openbarnahus-bench-postgres*) rm -rf "$data" ;; esac
    fi
    rm -rf "$WORK"
}

find_jdk
PARTS='decision audit-h2 audit-pg audit-verify' some=() rest=()
for name; do
    if [[ " $PARTS " = *" $name "* ]]; then some+=("$name"); else rest+=("$name"); fi
done
[ $# -gt 0 ] || read -ra some <<< "$PARTS"
[ ${#some[@]} = 0 ] || parts "${some[@]}"
[ $# = 0 ] || [ ${#rest[@]} -gt 0 ] || exit 0
set -- "${rest[@]}"
[ -n "$(archive)" ] || HUB_JAVA_HOME=$JDK "$ROOT/hub" build --fast >&2
[ -n "$(archive)" ] || cannot "there is no distribution in karaf-assembly/target"
mkdir -p "$ROOT/karaf-assembly/target"
WORK=$(mktemp -d "$ROOT/karaf-assembly/target/bench.XXXXXX") DIST=$WORK/dist
trap clean_up EXIT
mkdir "$DIST" "$WORK/classes"
tar xzf "$(archive)" -C "$DIST" --strip-components=1
JARS=$(find "$DIST/system" \( -path '*/com/h2database/*' -o -path '*/org/postgresql/*' -o -path '*/tools/jackson/core/*' \
    -o -path '*/com/fasterxml/jackson/core/jackson-annotations/*' -o -path '*/org/eclipse/jetty/*' \
    -o -path '*/pax-logging-api/*' -o -path '*servlet-api*' -o -path '*/org/bouncycastle/bcprov*' -o -path '*/org.openbarnahus.core.*' \
    -o -path '*/org.openbarnahus.store.keys/*' \) -name '*.jar' | tr '\n' ':')$(ls "$DIST"/lib/boot/*.jar | tr '\n' ':')
# the bundle that opens the key folder carries its libraries within
mkdir "$WORK/keys"
(cd "$WORK/keys" && "$JDK/bin/jar" xf "$DIST"/system/org/openbarnahus/org.openbarnahus.store.keys/*/*.jar)
JARS=$JARS:$(find "$WORK/keys" -name '*.jar' | tr '\n' ':')
"$JDK/bin/javac" -Xlint:all,-processing,-classfile,-try -proc:none -d "$WORK/classes" -cp "$JARS" "$HERE"/src/*.java >&2
"$JDK/bin/keytool" -genkeypair -keystore "$WORK/keystore.p12" -storetype PKCS12 -storepass benchmark -alias bench -keyalg EC \
    -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost -validity 2 2> /dev/null
# a second entry without its key, so that the same file says whom to trust
"$JDK/bin/keytool" -exportcert -keystore "$WORK/keystore.p12" -storepass benchmark -alias bench -file "$WORK/cert" 2> /dev/null
"$JDK/bin/keytool" -importcert -noprompt -keystore "$WORK/keystore.p12" -storepass benchmark -alias trusted -file "$WORK/cert" 2> /dev/null

"$JDK/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dorg.ops4j.pax.logging.DefaultServiceLog.level=WARN \
    -cp "$WORK/classes:$JARS" Bench "$DIST" "$WORK" "$@" &
PROGRAM=$!
trap 'kill -TERM "$PROGRAM" 2> /dev/null || true' INT TERM HUP # it ends what it started
code=0
wait "$PROGRAM" || code=$?
while kill -0 "$PROGRAM" 2> /dev/null; do wait "$PROGRAM" || code=$?; done
exit "$code"
