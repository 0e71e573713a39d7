#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts each fault of faults.tsv into a copy of the tree and runs the tests of its bundle: they must fail. Prints a line for
# each; ends with 1 when one was not caught. Needs the tree built and installed before. Arguments: names of faults (none: all).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$root" && tar cf - --exclude=target --exclude=node_modules --exclude=.git .) | tar xf - -C "$copy"

tests() { # of the bundle, in the copy
    (cd "$copy" && mvn -B -o -q -Pfast test -pl "bundles/$1" > "$copy/$2.log" 2>&1)
}
missed=0 tried=0 last=
while IFS=$'\t' read -r name bundle file old new; do
    case $name in \#*|'') continue ;; esac
    [ $# = 0 ] || [[ " $* " = *" $name "* ]] || continue
    if [ "$bundle" != "$last" ]; then # a test that always fails catches nothing
        tests "$bundle" good || { echo "the tests of $bundle fail without a fault"; exit 1; }
        last=$bundle
    fi
    printf -v old '%b' "$old"; printf -v new '%b' "$new" # \n stands for the end of a line
    good=$(cat "$copy/$file"; printf x) good=${good%x}
    bad=${good/"$old"/"$new"}
    tried=$((tried + 1))
    [ "$bad" != "$good" ] || { echo "NO PLACE    $name ($bundle): $file has changed"; missed=$((missed + 1)); continue; }
    printf '%s' "$bad" > "$copy/$file"
    if tests "$bundle" "$name"; then
        echo "NOT CAUGHT  $name ($bundle)"; missed=$((missed + 1))
    elif grep -q 'COMPILATION ERROR' "$copy/$name.log"; then
        echo "NO FAULT    $name ($bundle): it does not compile"; missed=$((missed + 1))
    else
        echo "caught      $name ($bundle): $(grep -oE '[A-Za-z]+Test\.[a-zA-Z]+' "$copy/$name.log" | sort -u | wc -l) tests"
    fi
    printf '%s' "$good" > "$copy/$file"
done < "$here/faults.tsv"
echo "$((tried - missed)) of $tried faults caught"
[ "$missed" = 0 ]
