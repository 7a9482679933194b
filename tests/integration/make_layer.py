# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a PDF as scanners with recognition make it: each page an image, under it a text that nobody sees."""
import unicodedata
import zlib

POINTS = 72 / 300  # of a pixel


def bare(text):
    """What a recogniser that knows no Vietnamese makes of it"""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign if sign.isascii() else "~" for sign in parts if not unicodedata.combining(sign))


def read_pgm(path):
    """Returns (width, height, pixels)."""
    with open(path, "rb") as stream:
        kind, width, height, most = stream.readline().split(), *stream.readline().split(), stream.readline()
        if kind != [b"P5"] or int(most) != 255:
            raise ValueError(f"{path} is no grey image")
        return int(width), int(height), stream.read()


def stream(entries, data):
    packed = zlib.compress(data)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def content(width, height, lines):
    """The image over the whole page, and @lines in rendering mode 3"""
    text = [f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 12 TL 60 {height - 60:.2f} Td"]
    for line in lines:
        text.append("(" + bare(line).replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj T*")
    return "\n".join(text + ["ET"]).encode("ascii")


def make_layered(images, text):
    """@images: paths of pages as PGM of 300 dpi. Their lines are shared out evenly. Returns the PDF's bytes."""
    lines = text.split("\n")
    share = -(-len(lines) // len(images))
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>",
               3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
    for count, path in enumerate(images):
        width, height, pixels = read_pgm(path)
        page = 4 + 3 * count
        sides = width * POINTS, height * POINTS
        objects[page] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sides[0]:.2f} {sides[1]:.2f}] /Contents {page + 1} 0 R "
                         f"/Resources << /Font << /F 3 0 R >> /XObject << /I {page + 2} 0 R >> >> >>").encode()
        objects[page + 1] = stream("", content(*sides, lines[count * share:(count + 1) * share]))
        objects[page + 2] = stream(f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
                                   "/BitsPerComponent 8", pixels)
    kids = " ".join(f"{4 + 3 * count} 0 R" for count in range(len(images)))
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(images)} >>".encode()
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number in sorted(objects):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    end = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n".encode()
    return bytes(out)
