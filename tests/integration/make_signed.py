# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes signed PDFs with authorities that live as long as a test: certificates, signatures and time stamps are written out as
DER here, so that each may be wrong in any way; openssl makes keys and signs.

Authority(...).issue(...) -> Identity; signature(...) -> bytes of CMS; Pdf().sign(...)
"""
import datetime
import hashlib
import os
import subprocess

HASHES = {"md5": "1.2.840.113549.2.5", "sha1": "1.3.14.3.2.26", "sha256": "2.16.840.1.101.3.4.2.1",
          "sha512": "2.16.840.1.101.3.4.2.3"}
RSA = {"md5": "1.2.840.113549.1.1.4", "sha1": "1.2.840.113549.1.1.5", "sha256": "1.2.840.113549.1.1.11",
       "sha512": "1.2.840.113549.1.1.13"}
ECDSA = {"sha256": "1.2.840.10045.4.3.2", "sha512": "1.2.840.10045.4.3.4"}
PSS, MGF1 = "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.8"
DATA, SIGNED, STAMP = "1.2.840.113549.1.7.1", "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, DIGEST, TIME = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"
TOKEN = "1.2.840.113549.1.9.16.2.14"
NAMES = {"CN": "2.5.4.3", "O": "2.5.4.10", "C": "2.5.4.6"}


def der(tag, *parts):
    body = b"".join(parts)
    size = len(body)
    if size < 128:
        return bytes([tag, size]) + body
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + body


def seq(*parts):
    return der(0x30, *parts)


def group(*parts):
    return der(0x31, *sorted(parts))


def number(value):
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def octets(data):
    return der(4, data)


def oid(text):
    first, second, *rest = (int(part) for part in text.split("."))
    out = b""
    for value in [first * 40 + second, *rest]:
        digits = [value & 127]
        while value := value >> 7:
            digits.append(128 | value & 127)
        out += bytes(reversed(digits))
    return der(6, out)


def utc_time(when):
    return der(0x17, when.strftime("%y%m%d%H%M%SZ").encode())


def hash_name(name):
    return seq(oid(HASHES[name]), der(5))


def name_of(parts):
    return seq(*(group(seq(oid(NAMES[key]), value if isinstance(value, bytes) else der(12, value.encode())))
                 for key, value in parts))


def openssl(*words, data=b""):
    done = subprocess.run(["openssl", *words], input=data, capture_output=True, timeout=60, check=False)
    if done.returncode:
        raise RuntimeError(f"openssl {' '.join(words)}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


class Key:
    """A pair of keys; kind: rsa1024, rsa2048, ec"""

    def __init__(self, folder, label, kind="rsa2048"):
        self.path, self.kind = os.path.join(folder, label + ".key"), kind
        how = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"] if kind == "ec" else [
            "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + kind[3:]]
        openssl("genpkey", *how, "-out", self.path)
        self.public = openssl("pkey", "-in", self.path, "-pubout", "-outform", "DER")

    def algorithm(self, digest, pss=None):
        if pss is not None:
            return seq(oid(PSS), seq(der(0xa0, hash_name(digest)), der(0xa1, seq(oid(MGF1), hash_name(digest))),
                                     der(0xa2, number(pss))))
        return seq(oid(ECDSA[digest])) if self.kind == "ec" else seq(oid(RSA[digest]), der(5))

    def sign(self, data, digest, pss=None):
        extra = [] if pss is None else ["-sigopt", "rsa_padding_mode:pss", "-sigopt", f"rsa_pss_saltlen:{pss}"]
        return openssl("dgst", "-" + digest, "-sign", self.path, *extra, data=data)


class Identity:
    """A key and the certificate that an authority gave it (none: by itself)"""
    serial = 1000

    def __init__(self, key, subject, issuer=None, *, since=2015, until=2045, authority=False, stamps=False, digest="sha256"):
        Identity.serial += 1
        self.key, self.subject, self.serial = key, subject, Identity.serial
        self.issuer = issuer or self
        extensions = []
        if authority:
            extensions += [seq(oid("2.5.29.19"), der(1, b"\xff"), octets(seq(der(1, b"\xff")))),
                           seq(oid("2.5.29.15"), der(1, b"\xff"), octets(der(3, b"\x02\x06")))]
        if stamps:
            extensions.append(seq(oid("2.5.29.37"), der(1, b"\xff"), octets(seq(oid("1.3.6.1.5.5.7.3.8")))))
        times = [utc_time(datetime.datetime(year, 1, 1)) for year in (since, until)]
        body = seq(der(0xa0, number(2)), number(self.serial), self.issuer.key.algorithm(digest), name_of(self.issuer.subject),
                   seq(*times), name_of(subject), key.public, *([der(0xa3, seq(*extensions))] if extensions else []))
        self.certificate = seq(body, self.issuer.key.algorithm(digest), der(3, b"\0", self.issuer.key.sign(body, digest)))

    def save(self, folder, name, form="PEM"):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "wb") as stream:
            stream.write(self.certificate if form == "DER" else
                         openssl("x509", "-inform", "DER", data=self.certificate))


def signature(identity, content, *, digest="sha256", when=None, chain=(), stamp=None, kind=DATA, inside=False, pss=None,
              attributes=True, certificates=True):
    """CMS over content. when: signing time; stamp: function from the signature's bytes to a token; inside: holds the content"""
    signed = hashlib.new(digest, content).digest()
    listed = [seq(oid(CONTENT_TYPE), group(oid(kind))), seq(oid(DIGEST), group(octets(signed)))]
    if when is not None:
        listed.append(seq(oid(TIME), group(utc_time(when))))
    body = group(*listed)
    value = identity.key.sign(body if attributes else content, digest, pss)
    info = [number(1), seq(name_of(identity.issuer.subject), number(identity.serial)), hash_name(digest)]
    if attributes:
        info.append(b"\xa0" + body[1:])
    info += [identity.key.algorithm(digest, pss), octets(value)]
    if stamp is not None:
        info.append(der(0xa1, seq(oid(TOKEN), group(stamp(value)))))
    held = [oid(kind)] + ([der(0xa0, octets(content))] if inside else [])
    given = [der(0xa0, identity.certificate, *(one.certificate for one in chain))] if certificates else []
    return seq(oid(SIGNED), der(0xa0, seq(number(1 if kind == DATA else 3), group(hash_name(digest)), seq(*held), *given,
                                          group(seq(*info)))))


def token(identity, stamped, when, digest="sha256"):
    """A time stamp token of RFC 3161"""
    info = seq(number(1), oid("1.3.6.1.4.1.99999.1"),
               seq(hash_name(digest), octets(hashlib.new(digest, stamped).digest())), number(7),
               der(0x18, when.strftime("%Y%m%d%H%M%SZ").encode()))
    return signature(identity, info, kind=STAMP, inside=True)


class Pdf:
    """A page with a form; each signature is one more revision of the file"""
    ROOM = 6000  # bytes for a signature

    def __init__(self):
        self.data, self.fields, self.last, self.count = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", [], 0, 5
        text = b"BT /F1 12 Tf 72 720 Td (Ke hoach) Tj ET"
        self.add({1: self.catalog(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: self.page(),
                  4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
                  5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"})

    def references(self):
        return b" ".join(b"%d 0 R" % field for field in self.fields)

    def catalog(self):
        return b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%s] >> >>" % self.references()

    def page(self):
        return (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [%s]"
                b" /Resources << /Font << /F1 5 0 R >> >> >>" % self.references())

    def add(self, objects):
        places = {}
        for label, body in sorted(objects.items()):
            places[label] = len(self.data)
            self.data += b"%d 0 obj\n%s\nendobj\n" % (label, body)
        start = len(self.data)
        self.data += b"xref\n"
        if not self.last:
            self.data += b"0 1\n0000000000 65535 f \n"
        for label, place in places.items():
            self.data += b"%d 1\n%010d 00000 n \n" % (label, place)
        previous = b" /Prev %d" % self.last if self.last else b""
        self.data += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
            max(self.count, *places) + 1, previous, start)
        self.last = start

    def sign(self, make, sub_filter=b"adbe.pkcs7.detached", more=b"", form=b"%d %d %d %d"):
        """make: function from the signed bytes to CMS; form: how the range is written (%d of each of the four numbers)"""
        label = self.count + 1
        self.count += 2
        self.fields.append(label + 1)
        space = b"/ByteRange [" + b"*" * 60 + b"]"
        hole = b"<" + b"0" * (2 * self.ROOM) + b">"
        self.add({1: self.catalog(), 3: self.page(),
                  label: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /%s %s /Contents %s %s >>" % (
                      sub_filter, space, hole, more),
                  label + 1: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (S%d) /V %d 0 R /Rect [0 0 0 0] /P 3 0 R /F 132 >>"
                             % (label, label)})
        start = self.data.rindex(hole)
        end = start + len(hole)
        numbers = form % (0, start, end, len(self.data) - end)
        self.data = self.data.replace(space, (b"/ByteRange [" + numbers + b"]").ljust(len(space)))
        made = make(self.data[:start] + self.data[end:])
        self.data = self.data[:start + 1] + made.hex().encode().ljust(2 * self.ROOM, b"0") + self.data[end - 1:]
        return self
