#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures of PDFs: what list-signatures says of them is what was put into them, and what pdfsig says where it says something.

usage: signatures.py PATH-OF-LIST-SIGNATURES [FOLDER-OF-PDFS]        Prints TAP.

The files are made here (make_signed.py), one for each way a signature may be good or bad. Files of the folder, when there
is one, are compared with pdfsig only.
"""
import calendar
import datetime
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from make_signed import Identity, Key, Pdf, signature, token

NOW = datetime.datetime(2026, 3, 18, 1, 41, 42)
STAMPED = datetime.datetime(2026, 3, 18, 1, 45, 0)
FIELDS = ("signer", "organisation", "authority", "time", "state", "trust", "clock", "cover")


def seconds(when):
    return calendar.timegm(when.timetuple())


def listed(program, path, trust=None):
    done = subprocess.run([program, path, *([trust] if trust else [])], capture_output=True, timeout=60, check=False)
    if done.returncode:
        raise RuntimeError(f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return [dict(zip(FIELDS, line.split("\t"))) for line in done.stdout.decode().splitlines()]


def told_by_pdfsig(path):
    """What pdfsig says, of each signature; nothing where it has nothing to say or is not there"""
    if shutil.which("pdfsig") is None:
        return []
    home = os.path.dirname(path)
    done = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, timeout=60, check=False,
                          env={**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": home})
    out = []
    for part in done.stdout.decode("utf-8", "replace").split("Signature #")[1:]:
        facts = dict(re.findall(r"^  - ([^:\n]+): (.*)$", part, re.M))
        out.append({"signer": facts.get("Signer Certificate Common Name"), "state": facts.get("Signature Validation"),
                    "time": facts.get("Signing Time"),
                    "cover": "part" if "Not total document" in part else "whole" if "Total document" in part else None})
    return out


class World:
    """Authorities and signers"""

    def __init__(self, folder):
        key = {label: Key(folder, label, kind) for label, kind in (
            ("root", "rsa2048"), ("between", "rsa2048"), ("signer", "rsa2048"), ("old", "rsa1024"), ("curve", "ec"),
            ("clock", "rsa2048"), ("stranger", "rsa2048"))}
        office = [("C", "VN"), ("O", "Sở Thử nghiệm"), ("CN", "Nguyễn Văn Thử")]
        self.root = Identity(key["root"], [("CN", "Cơ quan chứng thực thử")], authority=True)
        self.between = Identity(key["between"], [("CN", "CA thử G2")], self.root, authority=True)
        self.signer = Identity(key["signer"], office, self.root)
        self.below = Identity(key["signer"], office, self.between)
        self.past = Identity(key["signer"], office, self.root, since=2019, until=2021)
        self.old = Identity(key["old"], office, self.root, digest="sha1")
        self.curve = Identity(key["curve"], office, self.root)
        self.clock = Identity(key["clock"], [("CN", "TSA thử")], self.root, stamps=True)
        self.no_clock = Identity(key["clock"], [("CN", "Không phải TSA")], self.root)
        self.own_clock = Identity(key["stranger"], [("CN", "TSA tự lập")], stamps=True)
        self.stranger = Identity(key["stranger"], office)
        wide = "Phòng Thử, A".encode("utf-16-be")
        self.wide = Identity(key["signer"], [("O", bytes([30, len(wide)]) + wide), ("CN", "a,b\x01 + c")], self.root)


def made_with(identity, **how):
    how.setdefault("when", NOW)
    return lambda data: signature(identity, data, **how)


def pdf(identity, sub_filter=b"adbe.pkcs7.detached", more=b"", form=b"%d %d %d %d", **how):
    return Pdf().sign(made_with(identity, **how), sub_filter, more, form).data


def hashed(identity):
    """adbe.pkcs7.sha1: the message holds the SHA-1 of the file"""
    import hashlib
    return lambda data: signature(identity, hashlib.sha1(data).digest(), digest="sha1", when=NOW, inside=True)


def indefinite(data):
    """The outermost element of CMS without its length, as some programs write it"""
    head = 2 + (data[1] & 127)
    return data[:1] + b"\x80" + data[head:] + b"\0\0"


def cases(w):
    """Yields (title, file, what is expected of each signature, where pdfsig cannot be asked: why)"""
    good = pdf(w.signer)
    at = good.index(b"Ke hoach")
    changed = good[:at] + b"Ka" + good[at + 2:]
    basic = {"signer": "Nguyễn Văn Thử", "organisation": "Sở Thử nghiệm", "authority": "Cơ quan chứng thực thử",
             "time": seconds(NOW), "state": "valid", "trust": "given", "clock": "own", "cover": "whole"}
    part = {"cover": "part"}
    broken = {"state": "broken"}
    stamped = {"time": seconds(STAMPED), "clock": "stamped"}

    def on_value(identity, data=None):
        return lambda value: token(identity, data or value, STAMPED)

    yield "valid", good, [basic], None
    yield "a byte was changed", changed, [basic | broken], None
    yield "something was added", good + b"99 0 obj null endobj\n%%EOF\n", [basic | part], None
    yield "blanks behind the end", good + b"\r\n \n", [basic], "blanks count for it"
    twice = Pdf().sign(made_with(w.signer)).sign(made_with(w.curve, when=STAMPED))
    yield "signed twice", twice.data, [basic | part, basic | {"time": seconds(STAMPED)}], None
    yield "time stamped", pdf(w.signer, stamp=on_value(w.clock)), [basic | stamped], None
    yield "stamp on something else", pdf(w.signer, stamp=on_value(w.clock, b"else")), [basic], None
    yield "stamp by a certificate for other things", pdf(w.signer, stamp=on_value(w.no_clock)), [basic], None
    yield "stamp by the signer's own authority", pdf(w.signer, stamp=on_value(w.own_clock)), [basic], None
    yield "stamp that is none", pdf(w.signer, stamp=lambda value: b"\x30\x03abc"), [basic], None
    yield "expired before it was signed", pdf(w.past), [basic | {"trust": "expired"}], None
    before = datetime.datetime(2020, 5, 5, 5, 5, 5)
    yield "expired since", pdf(w.past, when=before), [basic | {"time": seconds(before)}], None
    yield "by an authority that nobody knows", pdf(w.stranger), [
        basic | {"trust": "unknown", "authority": "Nguyễn Văn Thử"}], None
    yield "authority between, in the message", pdf(w.below, chain=[w.between]), [basic | {"authority": "CA thử G2"}], None
    yield "authority between, missing", pdf(w.below), [basic | {"authority": "CA thử G2", "trust": "unknown"}], None
    yield "SHA-1", pdf(w.signer, digest="sha1"), [basic], None
    yield "SHA-1, RSA of 1024 bits", pdf(w.old, digest="sha1", sub_filter=b"ETSI.CAdES.detached"), [basic], None
    yield "SHA-512", pdf(w.signer, digest="sha512"), [basic], None
    yield "no attributes", pdf(w.signer, attributes=False, more=b"/M (D:20260318084142+07'00')"), [basic], None
    yield "ECDSA", pdf(w.curve), [basic], None
    yield "RSA-PSS", pdf(w.signer, pss=32), [basic], "NSS cannot read it"
    yield "adbe.pkcs7.sha1", Pdf().sign(hashed(w.signer), b"adbe.pkcs7.sha1").data, [basic], None
    half = Pdf().sign(lambda data: hashed(w.signer)(data + b"x"), b"adbe.pkcs7.sha1").data
    yield "adbe.pkcs7.sha1 of something else", half, [basic | broken], None
    document = Pdf().sign(lambda data: token(w.clock, data, STAMPED), b"ETSI.RFC3161").data
    clock = basic | stamped | {"signer": "TSA thử", "organisation": ""}
    yield "stamp on the document", document, [clock], "not known to it"
    other = Pdf().sign(lambda data: token(w.clock, data + b"x", STAMPED), b"ETSI.RFC3161").data
    yield "stamp on another document", other, [
        clock | broken | {"clock": "own", "time": 0, "trust": "expired"}], "not known to it"
    nobody = {"signer": "", "organisation": "", "authority": "", "trust": "unchecked", "time": 0}
    yield "no message", Pdf().sign(lambda data: b"\x30\x82\xff\xff\0").data, [basic | nobody | broken], "no range of it told"
    yield "damaged message", Pdf().sign(lambda data: made_with(w.signer)(data)[:300]).data, [basic | nobody | broken], None
    yield "indefinite length", Pdf().sign(lambda data: indefinite(made_with(w.signer)(data))).data, [basic], None
    yield "without the signer's certificate", pdf(w.signer, certificates=False), [
        basic | nobody | {"state": "unreadable", "trust": "unknown", "time": seconds(NOW)}], "it judges anyway"
    yield "form that is not known", pdf(w.signer, b"x.y.z", b"/M (D:20260318084142+07'00')"), [
        basic | nobody | {"state": "unreadable", "time": seconds(NOW)}], "not known to it"
    yield "the clock of the office taken for UTC", pdf(
        w.signer, when=NOW + datetime.timedelta(hours=7), more=b"/M (D:20260318084143+07'00')"), [
            basic | {"time": seconds(NOW) + 1}], None
    yield "letters of other sorts", pdf(w.wide), [basic | {"signer": "a,b + c", "organisation": "Phòng Thử, A"}], "controls"
    odd = b"%% [0 1]\n +%d\r%d %%9\n  000%d\t%d\0"
    yield "odd blanks and comments", pdf(w.signer, form=odd), [basic], None
    none = basic | nobody | broken | part
    yield "range beyond the end", pdf(w.signer, form=b"%d %d %d 9%d"), [none], "refused by it"
    yield "range of long numbers", pdf(w.signer, form=b"%d %d %d 9%030d"), [none | {"state": "unreadable"}], "refused by it"
    yield "range that is no range", pdf(w.signer, form=b"%d %d %%%% %d %d\n"), [none | {"state": "unreadable"}], "refused by it"
    yield "hole larger than the message", good.replace(b"/Contents <", b"/Contents  <"), [none], "not looked at by it"
    yield "named in a stream", Pdf().data.replace(b"(Ke hoach)", b"<</ByteRange[0 1 2 3]/Contents<00>>>"), [], None


def compare(path, ours):
    """Returns what pdfsig tells otherwise"""
    told, wrong = told_by_pdfsig(path), []
    if shutil.which("pdfsig") is not None and len(told) != len(ours):
        return [f"pdfsig: {len(told)} signatures, here: {len(ours)}"]
    for i, (one, own) in enumerate(zip(told, ours)):
        if one["signer"] and one["signer"] != own["signer"]:
            wrong.append(f"{i}: pdfsig says signed by {one['signer']}, here: {own['signer']}")
        if one["cover"] and one["cover"] != own["cover"]:
            wrong.append(f"{i}: pdfsig says {one['cover']}, here: {own['cover']}")
        if (one["state"] == "Signature is Valid.") != (own["state"] == "valid"):
            wrong.append(f"{i}: pdfsig says {one['state']}, here: {own['state']}")
        if one["time"]:
            when = seconds(datetime.datetime.strptime(one["time"], "%b %d %Y %H:%M:%S"))
            # the signer's clock, which may be the office's taken for UTC, and the stamp come minutes apart
            if min(abs(when - int(own["time"]) - zone) for zone in (0, 7 * 3600)) > 900:
                wrong.append(f"{i}: pdfsig says {one['time']}, here: {own['time']}")
    return wrong


def judge(program, folder, trust, case):
    title, data, wanted, apart = case
    path = os.path.join(folder, "case.pdf")
    with open(path, "wb") as stream:
        stream.write(data)
    got = listed(program, path, trust)
    wrong = []
    if len(got) != len(wanted):
        wrong.append(f"{len(got)} signatures, not {len(wanted)}")
    for i, (one, want) in enumerate(zip(got, wanted)):
        wrong += [f"{i}: {key} is {one[key]}, not {value}" for key, value in want.items() if one[key] != str(value)]
    if apart is None:
        wrong += compare(path, got)
    # without authorities nothing else changes
    if any(one["trust"] != "unchecked" for one in listed(program, path)):
        wrong.append("judged by an authority although none was given")
    return title, wrong


def main(program, real=None):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        world, trust = World(folder), os.path.join(folder, "trust")
        world.root.save(trust, "root.pem")
        with open(os.path.join(trust, "note.crt"), "w", encoding="utf-8") as stream:
            stream.write("no certificate\n")
        results += [judge(program, folder, trust, case) for case in cases(world)]
        binary = os.path.join(folder, "binary")
        world.root.save(binary, "root.cer", "DER")
        results.append(judge(program, folder, binary, ("authority as DER", *list(cases(world))[0][1:])))
        for path in sorted(glob.glob(os.path.join(real, "*.pdf"))) if real else []:
            results.append((os.path.basename(path), compare(path, listed(program, path))))
    print(f"1..{len(results)}")
    for i, (title, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {i} {title}")
        for line in wrong:
            print(f"#  {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
