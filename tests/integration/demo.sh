#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: demo.sh PATH-OF-DONDOC ROOT: the store that ./run shows is made once, and files come into it; prints TAP
set -u
dondoc=$1
root=$2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset DONDOC_STORE
n=0

# ok NAME COMMAND…: one line of TAP by the command's status
ok() {
	name=$1
	shift
	n=$((n + 1))
	if "$@" >"$work/out" 2>&1; then echo "ok $n - $name"; else
		sed 's/^/# /' "$work/out"
		echo "not ok $n - $name"
	fi
}
demo() { "$root/scripts/demo-store" "$dondoc" "$work/demo" "$@"; }
store() {
	command=$1
	shift
	"$dondoc" --store "sqlite:$work/demo/dondoc.db" "$command" "$@"
}
# json CONDITION COMMAND…: what it prints, as v
json() {
	condition=$1
	shift
	store "$@" --format json | python3 -c 'import json, sys
value = json.load(sys.stdin)
sys.exit(0 if eval(sys.argv[1], {"v": value}) else 1)' "$condition"
}

printf 'KẾ HOẠCH\nTrồng cây năm 2026\nI. NHIỆM VỤ\n1. Trồng 100 cây (Phòng Kinh tế chủ trì; xong trước ngày 30/12/2026).\n' >"$work/plan.txt"
ok 'the store is made' demo
ok 'an account for each role' json 'len(v) == 8 and len({one["role"] for one in v}) == 8' user list
ok 'a plan went out' json 'len(v["tasks"]) > 5' task list
ok 'some of it is done, some waits to be confirmed' json '{"done", "doing", "submitted", "accepted", "assigned"} <= {one["state"] for one in v["tasks"]}' task list
ok 'units are there, that of the accounts among them' json '"Phòng Văn hóa và Thông tin" in [one["name"] for one in v["units"]]' unit list
ok 'again, with a file' demo "$work/plan.txt"
ok 'nothing is made twice' json 'len(v) == 8' user list
ok 'the file came in' json 'any("Trồng cây" in (one["title"] or "") for one in v)' document list
ok 'the check is clean' store check
ok 'a folder that cannot be written is an error' sh -c '! "$0" "$1" /dev/null/demo' "$root/scripts/demo-store" "$dondoc"
echo "1..$n"
