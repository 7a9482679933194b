# SPDX-License-Identifier: GPL-3.0-or-later
"""A real OpenLDAP server on loopback with a small office in it, and certificates made for it."""
import shutil
import socket
import subprocess
import time
from pathlib import Path

BASE = "dc=tinh,dc=vn"
SCHEMA = Path("/etc/ldap/schema")
SLAPD = shutil.which("slapd") or "/usr/sbin/slapd"
SERVICE = ("cn=dondoc," + BASE, "mật khẩu của máy")
PEOPLE = [  # uid, password, unit, groups
    ("hoa", "Mật khẩu của Hoa", "Sở Tư pháp", ["dau-moi"]),
    ("minh", "Mật khẩu của Minh", "Văn phòng", ["theo-doi", "dau-moi"]),
    ("khach", "Mật khẩu của khách", "", []),
    ("mo-coi", "Mật khẩu của mồ côi", "", ["dau-moi"]),
    ("sep", "Mật khẩu của sếp", "", ["quan-tri"]),
]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def openssl(folder, *words):
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def make_authority(folder, name):
    openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30", "-subj", f"/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.pem")
    return Path(folder, f"{name}.pem")


def make_certificate(folder, authority, name, hosts):
    openssl(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.csr")
    Path(folder, f"{name}.ext").write_text(f"subjectAltName={hosts}\n", encoding="utf-8")
    openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem", "-CAkey", f"{authority}.key", "-CAcreateserial", "-days", "30",
            "-extfile", f"{name}.ext", "-out", f"{name}.pem")


def base64(text):
    import base64 as coding
    return coding.b64encode(text.encode()).decode()


def write_entries():
    lines = [f"dn: {BASE}\nobjectClass: dcObject\nobjectClass: organization\no: Tinh\ndc: tinh\n",
             f"dn: ou=people,{BASE}\nobjectClass: organizationalUnit\nou: people\n",
             f"dn: ou=groups,{BASE}\nobjectClass: organizationalUnit\nou: groups\n",
             f"dn: {SERVICE[0]}\nobjectClass: applicationProcess\nobjectClass: simpleSecurityObject\ncn: dondoc\nuserPassword:: {base64(SERVICE[1])}\n"]
    groups = {}
    for uid, password, unit, of in PEOPLE:
        dn = f"uid={uid},ou=people,{BASE}"
        lines.append(f"dn: {dn}\nobjectClass: inetOrgPerson\nuid: {uid}\ncn: {uid}\nsn: {uid}\nmail: {uid}@tinh.vn\nuserPassword:: {base64(password)}\n"
                     + (f"departmentNumber:: {base64(unit)}\n" if unit else "")
                     + "".join(f"memberOf: cn={group},ou=groups,{BASE}\n" for group in of))
        for group in of:
            groups.setdefault(group, []).append(dn)
    for group, members in groups.items():
        lines.append(f"dn: cn={group},ou=groups,{BASE}\nobjectClass: groupOfNames\ncn: {group}\n" + "".join(f"member: {dn}\n" for dn in members))
    return "\n".join(lines)


# what Active Directory says of who is disabled
AD = """attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
objectclass ( 1.2.840.113556.1.5.9.1 NAME 'adPerson' SUP top AUXILIARY MAY userAccountControl )"""


class Slapd:
    def __init__(self, folder, plain=None):
        """@plain: the port to use, None a free one"""
        self.folder = Path(folder)
        self.port, self.tls_port = plain or free_port(), free_port()
        if not Path(folder, "ca.pem").exists():
            self.make()
        self.start()

    def start(self):
        self.process = subprocess.Popen([SLAPD, "-f", self.folder / "slapd.conf", "-d", "0", "-h",
                                         f"ldap://127.0.0.1:{self.port} ldaps://127.0.0.1:{self.tls_port}"], stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.tls_port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("slapd does not start")

    def make(self):
        make_authority(self.folder, "ca")
        make_authority(self.folder, "other")
        make_certificate(self.folder, "ca", "server", "IP:127.0.0.1,DNS:localhost")
        Path(self.folder, "db").mkdir()
        Path(self.folder, "entries.ldif").write_text(write_entries(), encoding="utf-8")
        Path(self.folder, "slapd.conf").write_text("\n".join([
            *(f"include {SCHEMA}/{name}.schema" for name in ("core", "cosine", "inetorgperson")),
            f"pidfile {self.folder}/slapd.pid", AD, "modulepath /usr/lib/ldap", "moduleload back_mdb", "moduleload memberof",
            f"TLSCertificateFile {self.folder}/server.pem", f"TLSCertificateKeyFile {self.folder}/server.key",
            "database mdb", f'suffix "{BASE}"', f"directory {self.folder}/db", "maxsize 16777216",
            "access to attrs=userPassword by anonymous auth by * none", "access to * by users read by anonymous auth", ""]), encoding="utf-8")
        tool = Path(SLAPD).parent / "slapadd"
        done = subprocess.run([tool, "-f", self.folder / "slapd.conf", "-l", self.folder / "entries.ldif"], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)

    def change(self, uid, *lines):
        """Changes a person's entry, or removes it, while the directory is away"""
        if self.process.poll() is None:
            self.stop()
        what = ["changetype: modify", *lines] if lines else ["changetype: delete"]
        done = subprocess.run([Path(SLAPD).parent / "slapmodify", "-f", self.folder / "slapd.conf"], capture_output=True, text=True,
                              input="\n".join([f"dn: uid={uid},ou=people,{BASE}", *what, ""]))
        if done.returncode:
            raise RuntimeError(done.stderr)
        self.start()


class Silent:
    """A server that takes connections and says nothing"""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port = self.socket.getsockname()[1]

    def stop(self):
        self.socket.close()
