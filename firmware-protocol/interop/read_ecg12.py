#!/usr/bin/env python3
"""Reads the binary ecg12 generation from a serial port. Written from the protocol's description, not from our codec.

    read_ecg12.py PORT SECONDS

Decodes for SECONDS of wall time from the first byte on and prints a heading, then a line per good frame: the counter and eight
samples. Strict: start, length, opcode, end and the sum7 checksum must hold, else one byte is skipped. Exit code 3 without a byte in 5 s.
"""
import sys
import time

import serial


def decode(buffer, frames):
    """Moves whole frames from `buffer` to `frames`."""
    at = 0
    while len(buffer) - at >= 22:
        body = buffer[at + 5 : at + 21]
        fixed = buffer[at] == 0xE8 and buffer[at + 2 : at + 4] == b"\x11\x20" and buffer[at + 21] == 0x8E
        good = fixed and max(body) < 0x80 and buffer[at + 4] == sum(body) % 128
        if good:
            frames.append([buffer[at + 1]] + [(body[i] % 32) * 128 + body[i + 1] for i in range(0, 16, 2)])
        at += 22 if good else 1
    del buffer[:at]


frames, buffer, begun = [], bytearray(), False
with serial.Serial(sys.argv[1], 115200, timeout=0.1) as port:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        got = port.read(max(1, port.in_waiting))
        if got and not begun:
            end, begun = time.monotonic() + float(sys.argv[2]), True
        buffer += got
        decode(buffer, frames)
if not begun:
    sys.exit(print(f"no byte from {sys.argv[1]} within 5 s", file=sys.stderr) or 3)
print("counter,I,II,V1,V2,V3,V4,V5,V6")
print("\n".join(",".join(map(str, frame)) for frame in frames))
