"""A real mail server for the tests: STARTTLS before anything else, then a name and a password; what it is given is
read with Python's own e-mail library and told, one JSON object to a line.
usage: mail_far_side.py PORT CERTIFICATE KEY KEPT"""

import email
import email.policy
import json
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

port, certificate, key, kept = int(sys.argv[1]), *sys.argv[2:5]


class Keeping:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.endswith("@gone.example.org"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": mail["subject"],
            "name": mail["message-id"],
            "when": mail["date"].datetime.isoformat(),
            "words": mail.get_content().replace("\r\n", "\n"),
            "defects": [repr(one) for one in mail.defects] + [repr(one) for one in mail["subject"].defects],
            "widest": max(len(line) for line in envelope.original_content.split(b"\r\n")),
            "isSafe": session.ssl is not None and session.authenticated,
        }
        with open(kept, "a") as file:
            file.write(json.dumps(told) + "\n")
        return "250 Taken"


def allow(server, session, envelope, mechanism, given):
    return AuthResult(success=given.login == b"belong" and given.password == b"a long password")


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
Controller(
    Keeping(),
    hostname="127.0.0.1",
    port=port,
    tls_context=context,
    require_starttls=True,
    auth_required=True,
    authenticator=allow,
).start()
time.sleep(600)
