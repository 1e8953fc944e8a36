"""git's HTTP backend behind nginx, with TLS and a password."""

import contextlib
import ipaddress
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.history.servers.running import HOST, bare, free_port, program, running

USER, PASSWORD = "fatma", "geheim wachtwoord"

_CONFIGURATION = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    client_max_body_size 0;
    server {{
        listen {host}:{port} ssl;
        ssl_certificate {folder}/certificate.pem;
        ssl_certificate_key {folder}/key.pem;
        location /elders/ {{ return 302 https://localhost:{port}/; }}
        location /verboden/ {{ return 403; }}
        location /stuk/ {{ return 502; }}
        location / {{
            auth_basic "git";
            auth_basic_user_file {folder}/users;
            fastcgi_pass unix:{folder}/socket;
            fastcgi_param SCRIPT_FILENAME {backend};
            fastcgi_param GIT_HTTP_EXPORT_ALL "";
            fastcgi_param GIT_PROJECT_ROOT {folder}/repositories;
            fastcgi_param PATH_INFO $uri;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_param HTTP_CONTENT_ENCODING $http_content_encoding;
            fastcgi_param REMOTE_USER $remote_user;
            fastcgi_read_timeout 60;
        }}
    }}
}}
"""


@dataclass
class HttpsServer:
    """A running nginx with git behind it."""

    folder: Path
    port: int

    def address(self, name: str, host: str = HOST) -> str:
        return f"https://{host}:{self.port}/{name}"

    def repository(self, name: str, branch: str = "main") -> Path:
        return bare(self.folder / "repositories" / name, branch)


def make_certificate(folder: Path, days: int = 30) -> str:
    """Make a self-signed certificate; returns its SHA-256 fingerprint."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "git.gemeente.test")])
    now = datetime.now(UTC)
    names = [x509.IPAddress(ipaddress.ip_address(HOST)), x509.DNSName("localhost")]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(secret)
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


@contextlib.contextmanager
def https_server(folder: Path, port: int = 0) -> Iterator[HttpsServer]:
    """Run nginx, fcgiwrap and git's backend; one user with a password."""
    nginx, wrap = program("nginx", "nginx-light"), program("fcgiwrap", "fcgiwrap")
    backend = program("git-http-backend", "git")
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "repositories").mkdir(exist_ok=True)
    (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", encoding="utf-8")
    if not (folder / "certificate.pem").exists():
        make_certificate(folder)
    text = _CONFIGURATION.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        host=HOST,
        port=port,
        backend=backend,
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    socket = folder / "socket"
    log = folder / "log"
    with (
        running(wrap, "-c", "4", "-s", f"unix:{socket}", log=log, path=socket),
        running(
            nginx,
            "-c",
            str(folder / "nginx.conf"),
            "-p",
            str(folder),
            "-e",
            f"{folder}/error.log",
            log=log,
            port=port,
        ),
    ):
        yield HttpsServer(folder, port)
