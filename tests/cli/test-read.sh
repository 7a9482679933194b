#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: test-read.sh PATH-OF-DONDOC: exit codes, messages, input and output of dondoc read; prints TAP
set -u
dondoc=$1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset COLUMNS NO_COLOR DONDOC_STORE
n=0

# ok NAME COMMAND…: one line of TAP by the command's status
ok() {
	name=$1
	shift
	n=$((n + 1))
	if "$@"; then echo "ok $n - $name"; else echo "not ok $n - $name"; fi
}
# run STATUS ARG…: runs dondoc, keeps out and err, TRUE when it ends with STATUS
run() {
	want=$1
	shift
	"$dondoc" "$@" >out 2>err </dev/null
	got=$?
	[ "$got" -eq "$want" ] || { echo "# status $got, not $want: dondoc $*"; sed 's/^/# /' err; false; }
}
has() { grep -qF -- "$2" "$1" || { echo "# no \"$2\" in $1"; head -5 "$1" | sed 's/^/# /'; false; }; }
lacks() { ! grep -qF -- "$2" "$1"; }
empty() { [ ! -s "$1" ]; }
json() { python3 -c 'import json, sys
value = json.load(open("out", encoding="utf-8"))
sys.exit(0 if eval(sys.argv[1], {"v": value}) else 1)' "$1"; }

cat >plan.txt <<'END'
ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Bình, ngày 20 tháng 11 năm 2026

KẾ HOẠCH
Chuyển đổi số năm 2027

Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
Nâng cao chất lượng phục vụ người dân.

II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Đơn vị phối hợp: Công an xã
- Thời gian thực hiện: Quý II năm 2027
- Sản phẩm: Báo cáo kết quả

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
END
printf '' >empty.txt
printf 'abc\000\001\002\003\377\376\000\000' >binary.bin
printf '%s\n' '---' >dash.txt
mkdir folder

ok 'no command' run 2
ok 'no command says where help is' has err 'dondoc help'
ok 'unknown command' run 2 raed plan.txt
ok 'unknown command gives a hint' has err 'dondoc read'
ok 'help' run 0 --help
ok 'help lists read' has out 'read'
ok 'help of read' run 0 help read
ok 'help of read names options' has out '--units'
ok 'read --help' run 0 read --help
ok 'help of nothing known' run 2 help nothing
ok 'version' run 0 --version
ok 'version names the program' has out 'dondoc '
ok 'read without a file' run 2 read
ok 'unknown option' run 2 read --nope plan.txt
ok 'unknown form' run 2 read --format xml plan.txt
ok 'unknown form prints nothing' empty out
ok '--explain with csv' run 2 read --explain --format csv plan.txt

ok 'table' run 0 read plan.txt
ok 'table has the header' has out '12/KH-UBND'
ok 'table has the lead' has out 'Phòng Văn hóa - Xã hội'
ok 'table has no colours in a file' lacks out "$(printf '\033')"
ok 'nothing on stderr' empty err
ok 'explain' run 0 read --explain plan.txt
ok 'explain shows offsets' has out 'byte '

ok 'one file gives an object' run 0 read --format json plan.txt
ok 'the object is a reading' json 'v["file"] == "plan.txt" and v["tasks"][0]["lead"] == ["Phòng Văn hóa - Xã hội"]'
cp out one.json
ok 'several files give an array' run 0 read --format json plan.txt plan.txt
ok 'the array has both' json 'isinstance(v, list) and len(v) == 2 and v[0] == v[1]'
ok 'short options' run 0 read -f csv plan.txt
ok 'csv has its head' has out 'file,id,heading,task,lead'
ok 'md' run 0 read --format=md plan.txt
ok 'md has a table' has out '| --- |'

stdin() { "$dondoc" read --format json - <plan.txt >out 2>err; }
ok 'standard input' stdin
ok 'standard input is named -' json 'v["file"] == "-"'
pipe() { cat plan.txt | "$dondoc" read --format json - >out 2>err && json 'len(v["tasks"]) > 0'; }
ok 'a pipe' pipe

ok 'a file that is not there' run 1 read no-such.txt
ok 'its message' has err 'dondoc: no-such.txt: '
ok 'a folder' run 1 read folder
ok 'its message is Vietnamese' has err 'thư mục'
ok 'an empty file' run 1 read --format json empty.txt
ok 'an empty file prints no object' empty out
ok 'binary' run 1 read binary.bin
ok 'the others are still printed' run 1 read --format json empty.txt plan.txt no-such.txt
ok 'as an array of one' json 'len(v) == 1 and v[0]["file"] == "plan.txt"'
ok 'and both failures are named' has err 'no-such.txt'
ok 'no escape in a message' run 1 read "$(printf 'a\033[31m')"
ok 'none' lacks err "$(printf '\033')"
ok 'a list of units that is not there' run 1 read --units no-such.csv plan.txt
ok 'name after --' run 1 read -- -x
truncate -s 300M large.txt
ok 'a file over the maximum' run 1 read large.txt
rm -f large.txt

ok 'output' run 0 read --format json --output result.json plan.txt
ok 'output is the same' cmp -s result.json one.json
ok 'standard output stays empty' empty out
printf 'old' >result.json
ok 'a failure' run 1 read --format json --output result.json empty.txt
ok 'leaves the old file' has result.json old
left() { [ "$(ls result.json* | wc -l)" -eq 1 ]; }
ok 'and nothing beside it' left
ok 'output into a missing folder' run 1 read --output missing/result plan.txt
ok 'output into a folder' run 1 read --output folder plan.txt
full() { "$dondoc" read plan.txt >/dev/full 2>err; [ $? -eq 1 ]; }
if [ -c /dev/full ]; then ok 'a full disk' full; fi
closed() {
	i=0
	set --
	while [ $i -lt 200 ]; do set -- "$@" plan.txt; i=$((i + 1)); done
	"$dondoc" read "$@" 2>err | head -1 >out
	empty err
}
ok 'a reader that stops early' closed
narrow() { COLUMNS=50 "$dondoc" read plan.txt >out && python3 -c 'import sys
sys.exit(max(len(line.rstrip("\n")) for line in open("out", encoding="utf-8")) > 50)'; }
ok 'COLUMNS' narrow

cat >bare.txt <<'END'
Ke hoach nay duoc xay dung de trien khai thuc hien nhiem vu cai cach hanh chinh nam 2025
theo Quyet dinh so 531/QĐ-TTg cua Thu tuong Chinh phu, cac co quan, don vi phoi hop thuc hien.
END
ok 'lost marks' run 0 read --as document bare.txt
ok 'are given back' has out 'triển khai thực hiện nhiệm vụ cải cách hành chính năm 2025'
ok 'a code stays' has out '531/QĐ-TTg'
ok 'never' run 0 read --as document --repair never bare.txt
ok 'leaves the file as it is' cmp -s out bare.txt
ok 'repairs as JSON' run 0 read --as document --format json -r always bare.txt
mends() { json 'all(p["original"].encode()[m["original_offset"]:].decode().startswith(m["original"]) and
	p["text"].encode()[m["offset"]:].decode().startswith(m["word"]) and 0 < m["confidence"] < 1
	for p in v["body"] for m in p["repaired"])'; }
ok 'lead from word to original' mends
ok 'a remark in a reading' run 0 read --format json bare.txt
ok 'tells of it' json '[a["kind"] for a in v["anomalies"]].count("repaired") == 1'
for mode in auto always; do
	ok "clean text, $mode" run 0 read --as document --repair $mode plan.txt
	ok 'does not change' cmp -s out plan.txt
done
ok 'a wrong --repair' run 2 read --repair often plan.txt
ok 'names the right ones' has err 'auto, never, always'

# each start would pay for them: what only a server or PostgreSQL needs is loaded when it is used
LC_ALL=C ldd "$dondoc" >libraries
ok 'libraries are told' has libraries 'libglib-2.0'
for library in libpq libssl libgnutls libmicrohttpd libldap; do
	ok "reading does not load $library" lacks libraries "$library"
done

echo "1..$n"
