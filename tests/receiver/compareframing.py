#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the gate's framing with h11's on generated requests: compareframing.py FRAMEVERDICT [COUNT [SEED]]

Both must read the same requests, with the same bodies, out of the same bytes. Where one refuses and the other does not,
the difference must be one of those listed and explained below; any other fails the test.
"""
import random
import re
import subprocess
import sys
from collections import Counter

import h11

# The framer refuses what h11 takes: why it does.
STRICTER = {
    "A line ends without a carriage return": "RFC 9112 2.2 lets a recipient take a bare LF; a proxy may not, so we do not.",
    "folded fields are not accepted": "obs-fold must be refused or replaced (RFC 9112 5.2); h11 replaces it.",
    "has both Content-Length and Transfer-Encoding": "A server may refuse it (RFC 9112 6.1); h11 lets the coding win.",
    "is there more than once": "Equal lengths twice may be taken as one (RFC 9112 6.3); h11 does.",
    "An HTTP/1.0 request cannot have a Transfer-Encoding": "RFC 9112 6.1: treat the framing as faulty; h11 reads the chunks.",
    "The only Transfer-Encoding understood here is chunked": "h11 takes the coding's name with white space around it removed.",
    "Only HTTP/1.1 and HTTP/1.0 are spoken here": "h11 takes HTTP/1.2 to 1.9 and tells its user.",
    "The Host field is not a host name": "h11 does not look into the field's value (RFC 9112 3.2 asks for 400).",
    "must have exactly one Host field": "h11 asks for it from 1.1 only, as the RFC does; two are refused here in 1.0, too.",
    "The request's target is not a path or an http URL": "h11 hands any target on (RFC 9112 3.2 knows four forms).",
    "a character that must be percent-encoded": "h11 takes any visible character in the target (RFC 3986).",
    "The only expectation understood here is 100-continue": "RFC 9110 10.1.1 lets a server refuse others (417); h11 ignores them.",
    "has a control character": "RFC 9110 5.5 lets a recipient refuse them; h11 refuses NUL, CR and LF only.",
    "ends inside a quoted string": "h11 takes any text for a chunk's extension.",
    "The chunked body is not well-formed": "h11 lets any byte but CR and LF stand in a chunk's extension.",
    "A chunk's first line or the trailer section is too long": "h11 has no own limit for it.",
    "The request's body is larger than the limit": "h11 has no limit.",
    "Content-Length is not a number of bytes": "RFC 9112 6.3 lets a list of equal lengths be taken as one; h11 does.",
    "The request's head is not well-formed": "Beast refuses both framings together, and what is no token in Connection.",
}
# h11 refuses what the framer takes: h11's words (a regular expression), and why we take it.
LAXER = {
    r"no request line received": "RFC 9112 2.2: empty lines before a request should be ignored; h11 takes none.",
    r"illegal request line: bytearray\(b''\)": "h11 says so of an empty line before the request, too.",
    r"illegal chunk header: bytearray\(b'[0-9a-fA-F]+( |\\t)+;": "RFC 9112 7.1.1: a recipient must take white space before the ';'.",
    r"illegal chunk header: bytearray\(b'0{8}[0-9a-fA-F]{13}": "More than 20 digits, but leading zeros: RFC 9112 7.1 has no bound.",
}
# The framer still waits where h11 refuses already; with the rest of the bytes it refuses, too.
LATER = {
    r"illegal chunk header: bytearray\(b'0": "A last chunk is judged when its trailer section is whole.",
    r"illegal chunk header: bytearray\(b'\\r\\n'\)": "The last chunk has five bytes at least: fewer are judged when more come.",
    r"malformed chunk footer": "The line's end behind a chunk's data is judged with the line that follows.",
    r"continuation line at start of headers": "So is the trailer section.",
    r"illegal header line": "So is the trailer section.",
    r"illegal request line": "A carriage return alone may yet be an empty line before the request.",
}


def generate(rng):
    """One connection's bytes: mostly right requests, with some of the known wrong forms."""
    return b"".join(request(rng) for _ in range(rng.choice((1, 1, 1, 2, 3))))


def request(rng):
    odd = lambda chance, *forms: rng.choice(forms) if rng.random() < chance else None
    method = odd(0.1, b"G\x01T", b"", b"get", b"M-SEARCH", b"P(ST") or rng.choice((b"GET", b"POST", b"PUT"))
    target = odd(0.15, b"*", b"http://h/a?b", b"/a b", b"/a\x7f", b"/<>", b"//x", b"h:443", b"/\xc3\xa9",
                      b"https://[::1]:8/a", b"http://", b"http://u:p@h/", b"/%", b"/a#b", b"?a", b"/" + b"p" * rng.randrange(2000)) or b"/a?b=%20"
    version = odd(0.12, b"HTTP/1.0", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/1.2", b"http/1.1", b"HTTP/1.10", b"",
                       b"HTTP/1.1 ", b"HTTP/01.1", b"HTTP/1,1", b"HTTPS/1.1", b"HTTP/0.9", b"HTTP/1.1\t") or b"HTTP/1.1"
    fields = []
    host = odd(0.08, [], [b"Host: a", b"Host: a"], [b"Host: a b"], [b"Host:"], [b"Host : a"],
               [b"Host: [::1]:80"], [b"Host: a@b"], [b"Host: a/b"], [b"Host: a,b"], [b"HOST: a", b"Host: b"], [b"Host: a\x80"])
    fields += [b"Host: a:80"] if host is None else host
    for _ in range(rng.randrange(3)):
        fields.append(rng.choice((b"Accept: */*", b"X: ", b"X:\ty", b"Connection: keep-alive", b"Connection: close, x",
                                  b"Connection: Close", b"X-Long: " + b"v" * rng.randrange(300), b"Expect: 100-continue",
                                  b"Connection: keep-alive, Upgrade", b"Upgrade: websocket", b"connection:close", b"TE: trailers",
                                  b"Trailer: X", b"Cookie: a=b; c=d", b"X:" + b" \t" * rng.randrange(9) + b"y \t",
                                  b"Connection: ,,", b"Keep-Alive: timeout=5", b"X-A!#$%&'*+.^_`|~: y")))
    if rng.random() < 0.1:
        fields.append(rng.choice((b" folded", b"NoColon", b": x", b"N\x00: x", b"X: a\x00b", b"X: a\x01b", b"X y: z",
                                  b"X: caf\xe9", b"Expect: more", b"X : y", b"(X): y", b"\tfolded",
                                  b"X: a\rb", b"X: a\x7fb", b"X\t: y", b"X\x80: y", b"X: a\x0bb", b"X: a\x0cb", b"{X}: y",
                                  b"X=y", b"Content-Length: 1", b"Content-Length\t: 1", b"Transfer-Encoding: chunked")))
    body, framing = payload(rng)
    fields += framing
    rng.shuffle(fields)
    end = b"\n" if rng.random() < 0.02 else b"\r\n"
    before = rng.choice((b"\r\n", b"\n", b" ", b"\r\n\r\n")) if rng.random() < 0.03 else b""
    line = b" ".join((method, target, version)) if rng.random() > 0.02 else b"  ".join((method, target, version))
    whole = before + end.join([line, *fields, b"", b""]) + body
    if rng.random() < 0.08:
        whole = whole[:rng.randrange(1, len(whole) + 1)]
    if rng.random() < 0.05:
        at = rng.randrange(len(whole) + 1)
        whole = whole[:at] + bytes([rng.choice(b"\x00\r\n \t:;0aA\x80")]) + whole[at + 1:]
    return whole


def payload(rng):
    data = bytes(rng.choice(b"ab\r\n0:{}") for _ in range(rng.randrange(60)))
    kind = rng.random()
    if kind < 0.25:
        return b"", []
    length = str(len(data)).encode()
    if kind < 0.6:
        wrong = None
        if rng.random() < 0.12:
            wrong = rng.choice((b"+" + length, b"0x" + length, length + b",", length + b", " + length, b"-1", b"", length + b" ",
                                b"0" + length, b"18446744073709551616", b"1 2", b"\x0b" + length))
        fields = [b"Content-Length: " + (length if wrong is None else wrong)]
        if rng.random() < 0.05:
            fields.append(b"content-length: " + rng.choice((length, b"1")))
        return data, fields
    fields = [b"Transfer-Encoding: " + (rng.choice((b"chunked", b"Chunked")) if rng.random() > 0.12 else rng.choice(
        (b"gzip", b"gzip, chunked", b"chunked, chunked", b"identity", b"xchunked", b"chunked ", b"\x0bchunked", b"chunked;q=1", b"",
         b"chunked,", b",chunked", b"chunked, gzip", b"chunked\t", b"\tchunked", b'"chunked"', b"chunked chunked", b"CHUNKED")))]
    if rng.random() < 0.06:
        fields.append(rng.choice((b"Content-Length: " + length, b"Transfer-Encoding: chunked", b"Transfer_Encoding: chunked")))
    return chunks(rng, data), fields


def chunks(rng, data):
    out = b""
    while data:
        size = rng.randrange(1, len(data) + 1)
        form = rng.choice((b"%x", b"%X", b"00%x"))
        if rng.random() < 0.04:
            form = rng.choice((b"0x%x", b"%x ", b" %x", b"+%x", b"-%x", b"%xg", b"%x\t", b"00000000000000000000%x"))
        extension = b""
        if rng.random() < 0.15:
            extension = rng.choice((b";a", b";a=b", b';a="b;c"', b";a=b;c=d", b" ;a", b";", b";a=\x01", b';a="',
                                b";a=\x80", b";a=b ", b"; a = b", b';a="\\""', b';a="\t"', b";" + b"e" * rng.randrange(3000)))
        out += form % size + extension + b"\r\n" + data[:size] + (b"\r\n" if rng.random() > 0.02 else rng.choice((b"\n", b"", b"x\r\n")))
        data = data[size:]
    trailer = rng.choice((b"", b"", b"", b"X: y\r\n", b'X: "\r\n', b"Content-Length: 5\r\n", b"bad trailer\r\n", b" folded\r\n",
                          b"X: y\r\nZ:\r\n", b"X : y\r\n", b"X: y\n", b"X: y\r\n folded\r\n", b"Transfer-Encoding: chunked\r\n", b": y\r\n"))
    return out + b"0" + rng.choice((b"", b"", b";x")) + b"\r\n" + trailer + b"\r\n"


def h11_verdict(stream):
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=16384)
    connection.receive_data(stream)
    said = ""
    request, body = None, b""
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                return said, "open", ""
            if event is h11.PAUSED:
                if connection.our_state is h11.MUST_CLOSE or connection.their_state is not h11.DONE:
                    return said, "closed", ""
                connection.start_next_cycle()
                continue
            if isinstance(event, h11.Request):
                request, body = event, b""
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                said += "%s %s %s;" % (request.method.decode("latin-1"), request.target.decode("latin-1"), body.hex())
                connection.send(h11.Response(status_code=200, headers=[("Content-Length", "0")]))
                connection.send(h11.EndOfMessage())
                if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
                    return said, "closed", ""
                connection.start_next_cycle()
            else:
                return said, "closed", ""
    except h11.RemoteProtocolError as error:
        return said, "refused", str(error)


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 40000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 9112)
    streams = [generate(rng) for _ in range(count)]
    framed = subprocess.run([sys.argv[1]], input=b"".join(b"%d\n%s" % (len(s), s) for s in streams), stdout=subprocess.PIPE,
                            check=True).stdout.decode("latin-1").split("\n")[:-1]
    if len(framed) != count:
        sys.exit("frameverdict answered %d of %d streams." % (len(framed), count))
    tally, unexplained = Counter(), []
    for stream, line in zip(streams, framed):
        ours_said, ours_end = line.rsplit(";", 1) if ";" in line.split("refused: ")[0] else ("", line)
        ours_said += ";" if ours_said else ""
        ours_why = ours_end[9:] if ours_end.startswith("refused: ") else ""
        ours_end = "refused" if ours_why else ours_end
        said, end, why = h11_verdict(stream)
        if (ours_said, ours_end) == (said, end):
            tally["the same, %s" % end] += 1
            continue
        known = None
        if ours_end == "refused" and said.startswith(ours_said):
            known = next((key for key in STRICTER if key in ours_why), None)
        if known is None and end == "refused" and ours_said.startswith(said):
            known = next((key for key in LAXER if re.search(key, why)), None)
        if known is None and end == "refused" and (ours_said, ours_end) == (said, "open"):
            known = next((key for key in LATER if re.search(key, why)), None)
        if known is None and end == "closed" and ours_said.startswith(said) and b"HTTP/1.0" in stream:
            known = "h11 closes behind any HTTP/1.0 request, the framer heeds keep-alive (RFC 9112 9.3)"
        if known:
            tally[known] += 1
        else:
            unexplained.append((stream, line, said, end, why))
    for words, times in sorted(tally.items(), key=lambda item: -item[1]):
        print("%7d  %s" % (times, words))
    for stream, line, said, end, why in unexplained[:20]:
        print("UNEXPLAINED %r\n   ours: %s\n   h11:  %s%s %s" % (stream, line, said, end, why))
    if unexplained:
        sys.exit("%d differences are not explained." % len(unexplained))


main()
