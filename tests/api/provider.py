# SPDX-License-Identifier: GPL-3.0-or-later
"""A little provider of OpenID Connect on loopback, which also knows how to be a bad one."""
import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

CLIENT, SECRET = "don-doc", "bí mật: của & máy"
EVENT = "http://schemas.openid.net/event/backchannel-logout"


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return encode(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


class Key:
    def __init__(self, kid, algorithm="RS256", bits=2048):
        self.kid, self.algorithm = kid, algorithm
        self.key = rsa.generate_private_key(65537, bits) if algorithm == "RS256" else ec.generate_private_key(ec.SECP256R1())

    def public(self):
        numbers = self.key.public_key().public_numbers()
        if self.algorithm == "RS256":
            return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.kid, "n": number(numbers.n), "e": number(numbers.e)}
        return {"kty": "EC", "crv": "P-256", "use": "sig", "kid": self.kid, "x": number(numbers.x, 32), "y": number(numbers.y, 32)}

    def pem(self):
        return self.key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def sign(self, data):
        if self.algorithm == "RS256":
            return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        r, s = utils.decode_dss_signature(self.key.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


class Provider:
    """@now: the clock of the server under test when this begins"""

    def __init__(self, now):
        self.ahead = now - time.time()
        self.keys = [Key("k1"), Key("k2", "ES256")]
        self.signer, self.stranger = self.keys[0], Key("k1")
        self.mode, self.codes, self.asked = "", {}, []
        self.claims = {"sub": "u-1", "preferred_username": "lan", "groups": ["chuyên viên"], "department": "Sở Y tế", "sid": "s-1"}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                provider.answer(self, b"")

            def do_POST(self):
                provider.answer(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def now(self):
        return int(time.time() + self.ahead)

    def about(self):
        out = {"issuer": self.issuer, "authorization_endpoint": self.issuer + "/authorize?tenant=1", "token_endpoint": self.issuer + "/token",
               "jwks_uri": self.issuer + "/keys", "end_session_endpoint": self.issuer + "/end", "authorization_response_iss_parameter_supported": True}
        changed = {"other-issuer": {"issuer": "https://evil.example"}, "other-origin": {"token_endpoint": "http://127.0.0.2:1/token"},
                   "origin-prefix": {"token_endpoint": self.issuer + "1/token"}, "no-end": {"end_session_endpoint": None}}
        return {**out, **changed.get(self.mode, {})}

    def answer(self, request, body):
        path = urlsplit(request.path).path
        self.asked.append(path)
        if self.mode == "slow":
            time.sleep(6)
        if self.mode == "redirect" and path != "/elsewhere":
            request.send_response(302)
            request.send_header("Location", self.issuer + "/elsewhere")
            request.end_headers()
            return
        status, answer = 200, {}
        if path == "/.well-known/openid-configuration":
            answer = self.about()
        elif path == "/keys":
            answer = {"keys": [key.public() for key in self.keys]}
        elif path == "/token":
            status, answer = self.redeem(request, parse_qs(body.decode(), keep_blank_values=True))
        text = json.dumps(answer).encode()
        if self.mode == "huge" and path == "/token":
            text = b'{"id_token":"' + b"A" * (1 << 20) + b'"}'
        if self.mode == "html":
            text = b"<html>"
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.end_headers()
        try:
            request.wfile.write(text)
        except OSError:
            pass

    def authorize(self, location):
        """What a browser does at the provider: returns the query with which it comes back"""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        assert location.startswith(self.issuer + "/authorize?tenant=1&") and asked["response_type"] == "code" and asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256" and "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        # who is signed in here since an hour is asked again only when that is wanted
        proved = self.now() - (0 if asked.get("prompt") == "login" and self.mode != "lets-in" else 3600)
        said = {"says-text": str(proved), "says-future": proved + 3600}.get(self.mode, proved)
        self.codes[code] = {**asked, "proved": {"auth_time": said} if "max_age" in asked else {}}
        return f"code={code}&state={quote(asked['state'])}&iss={quote(self.issuer)}&session_state=x"

    def redeem(self, request, form):
        form = {name: values[0] for name, values in form.items()}
        name, _, secret = base64.b64decode(request.headers.get("Authorization", "Basic ")[6:]).decode().partition(":")
        asked = self.codes.pop(form.get("code"), None)
        if (unquote(name), unquote(secret)) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        challenge = encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.make_token(asked["nonce"], asked["proved"])}

    def make_token(self, nonce, proved=()):
        now = self.now()
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce, **self.claims, **dict(proved)}
        claims.update({"wrong-nonce": {"nonce": "x" * 43}, "wrong-aud": {"aud": "other"}, "two-auds": {"aud": [CLIENT, "other"]},
                       "azp-other": {"aud": [CLIENT, "other"], "azp": "other"}, "wrong-iss": {"iss": "https://evil.example"},
                       "expired": {"exp": now - 200}, "not-yet": {"nbf": now + 900}, "old": {"iat": now - 7200}, "future": {"iat": now + 7200},
                       "no-sub": {"sub": ""}, "sub-number": {"sub": 7}, "no-name": {"preferred_username": None},
                       "is-logout": {"events": {EVENT: {}}}, "exp-text": {"exp": str(now + 300)}}.get(self.mode, {}))
        return self.make(claims)

    def make(self, claims):
        key = self.stranger if self.mode == "swapped-key" else self.signer
        head = {"alg": key.algorithm, "kid": key.kid, "typ": "JWT"}
        head.update({"alg-none": {"alg": "none"}, "hs256": {"alg": "HS256"}, "crit": {"crit": ["x"], "x": 1},
                     "wrong-alg": {"alg": "ES256"}, "unknown-kid": {"kid": "k9"}}.get(self.mode, {}))
        data = (encode(json.dumps(head).encode()) + "." + encode(json.dumps(claims).encode())).encode()
        signature = key.sign(data)
        if self.mode == "hs256":  # the public key as if it were a shared secret
            signature = hmac.new(key.pem(), data, hashlib.sha256).digest()
        if self.mode == "bad-signature":
            signature = signature[:-1] + bytes([signature[-1] ^ 1])
        out = data.decode() + "." + ("" if self.mode == "alg-none" else encode(signature))
        return {"no-token": None, "two-parts": out.rpartition(".")[0], "text": "không phải mã"}.get(self.mode, out)

    def make_logout(self, **changes):
        now = self.now()
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": secrets.token_hex(8), "events": {EVENT: {}}, "sub": "u-1", **changes}
        return self.make({name: value for name, value in claims.items() if value is not None})
