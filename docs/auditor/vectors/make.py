#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the test vectors anew, from the description in ../audit-format.md alone. Wants the package cryptography."""
import base64, hashlib, json, pathlib, struct
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HERE = pathlib.Path(__file__).parent
HOUSE, SITE = "6f1c2f6e-0b57-4c8e-9a39-5d2c1a7b0e11", "00000000-0000-0000-0000-000000000000"
OTHER = "0d6c8f3a-7a41-4b0e-8a55-2f9b7c3d1e22"
USER, CASE = "5b0f7c1e-3a55-4a0c-8f0e-1c2d3e4f5a6b", "a3d1b2c4-5e6f-4a7b-8c9d-0e1f2a3b4c5d"
ZEROS = "0" * 64
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))  # published, so never to be trusted
DER = KEY.public_key().public_bytes(s.Encoding.DER, s.PublicFormat.SubjectPublicKeyInfo)
ENTRY = "chain seq prev at user session purpose action object_type object_id result fields detail".split()
POINT = "n prev chain seq hash at key".split()


def canonical(form, names, values):
    items = [form] + [str(values[n]) for n in names]
    return b"".join(struct.pack(">I", len(i.encode())) + i.encode() for i in items)


def chain(name, rows):
    previous, lines = ZEROS, []
    for number, row in enumerate(rows, 1):
        e = {"v": 1, "chain": name, "seq": number, "prev": previous}
        e |= dict(zip(ENTRY[3:], row))
        names = ENTRY
        if len(row) > len(ENTRY) - 3:  # version 2: with an address
            e |= {"v": 2, "address": row[-1]}
            names = ENTRY + ["address"]
        e["hash"] = previous = hashlib.sha256(canonical(f"openbarnahus-audit/{e['v']}", names, e)).hexdigest()
        lines.append(e)
    return lines


def points(*marks):
    previous, lines = ZEROS, []
    for number, (e, at) in enumerate(marks, 1):
        p = {"v": 1, "n": number, "prev": previous, "chain": e["chain"], "seq": e["seq"], "hash": e["hash"], "at": at,
             "key": hashlib.sha256(DER).hexdigest()[:16]}
        signed = canonical("openbarnahus-checkpoint/1", POINT, p)
        previous = hashlib.sha256(signed).hexdigest()
        p["sig"] = base64.b64encode(KEY.sign(signed)).decode()
        lines.append(p)
    return lines


def write(name, lines):
    text = "".join(json.dumps(l, ensure_ascii=True, separators=(",", ":")) + "\n" for l in lines)
    (HERE / name).write_text(text)


def at(minute):
    return f"2026-03-12T08:{minute:02d}:00.000001Z"


house = chain(HOUSE, [
    (at(0), USER, "s-1", "ADMINISTRATION", "SIGN_IN", "session", "s-1", "DONE", "", ""),
    (at(1), USER, "s-1", "CASE_WORK", "CREATE", "case", CASE, "DONE", "age,sex", "referred"),
    (at(2), USER, "s-1", "CASE_WORK", "SEARCH", "case", "", "DONE", "", "hits:1"),
    (at(3), USER, "s-1", "CASE_WORK", "READ", "case", CASE, "DONE", "", ""),
    (at(4), USER, "s-1", "ADMINISTRATION", "CONFIGURE", "plugin", "odd \"name\" \\ åäö €\t𝄞", "REFUSED", "", "on"),
    (at(5), USER, "s-1", "CASE_WORK", "READ", "case", CASE, "DENIED", "", "role"),
])
site = chain(SITE, [
    (at(0), "", "", "ADMINISTRATION", "SIGN_IN", "session", "", "DENIED", "", "credentials"),
    (at(1), "", "", "ADMINISTRATION", "SIGN_IN", "session", "", "DENIED", "", "throttled"),
])
other = chain(OTHER, [(e["at"],) + tuple(e[n] for n in ENTRY[4:]) for e in house])
good = site + house
marks = [(house[1], at(2)), (site[1], at(2)), (house[4], at(5))]
signed = points(*marks)

write("entries.jsonl", good)
write("checkpoints.jsonl", signed)
(HERE / "public-key.pem").write_bytes(KEY.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo))

changed = [dict(e) for e in good]
changed[5]["detail"] = "changed"
write("changed.jsonl", changed)
write("deleted.jsonl", good[:4] + good[5:])
write("inserted.jsonl", good[:4] + [dict(house[1])] + good[4:])
write("reordered.jsonl", good[:3] + [good[4], good[3]] + good[5:])
write("truncated.jsonl", site + house[:4])
write("replayed.jsonl", good[:5] + [other[3]] + good[6:])
write("relabelled.jsonl", good[:5] + [dict(other[3], chain=HOUSE)] + good[6:])
write("rewritten.jsonl", site + chain(HOUSE, [tuple("x" if e["seq"] == 4 and n == "detail" else e[n] for n in ENTRY[3:])
                                              for e in house]))
write("without-a-chain.jsonl", house)
forged = [dict(p) for p in signed]
forged[2]["seq"], forged[2]["hash"] = 4, house[3]["hash"]
write("checkpoint-forged.jsonl", forged)
write("checkpoint-left-out.jsonl", [signed[0], signed[2]])
write("checkpoint-rolled-back.jsonl", points(marks[2], marks[1], marks[0]))

mixed = chain(HOUSE, [
    (at(0), USER, "s-1", "ADMINISTRATION", "SIGN_IN", "session", "s-1", "DONE", "", "otp", "192.0.2.7"),
    (at(1), USER, "s-1", "CASE_WORK", "READ", "case", CASE, "DONE", "", ""),
    (at(2), USER, "s-1", "CASE_WORK", "READ", "case", CASE, "DENIED", "", "role", "2001:db8::7"),
    (at(3), USER, "s-1", "ADMINISTRATION", "SIGN_OUT", "session", "s-1", "DONE", "", ""),
])
write("with-addresses.jsonl", mixed)
write("checkpoints-2.jsonl", points((mixed[1], at(2)), (mixed[3], at(4))))
moved = [dict(e) for e in mixed]
moved[2]["address"] = "2001:db8::8"
write("address-changed.jsonl", moved)
hidden = [dict(e) for e in mixed]
del hidden[0]["address"]
hidden[0]["v"] = 1
write("address-taken-out.jsonl", hidden)
empty = [dict(e) for e in mixed]
h = empty[1].pop("hash")
empty[1] |= {"v": 2, "address": "", "hash": h}
write("address-empty.jsonl", empty)
