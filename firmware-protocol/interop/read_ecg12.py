#!/usr/bin/env python3
"""Reads the binary ecg12 generation from a serial port. Written from the protocol's description, not from our codec.

    read_ecg12.py PORT SECONDS [--baud 115200] [--format csv|json] [--order msb-first|lsb-first]

Opens PORT with pyserial, decodes for SECONDS of wall time from the first byte on and writes the good frames to stdout.
csv:  a heading, then one line per frame: counter,I,II,V1,V2,V3,V4,V5,V6
json: {"frames": [[counter, I, ..., V6], ...], "discarded": bytes, "pending": bytes}
Strict: start, length, opcode, end and the sum7 checksum must hold, else one byte is skipped.
A summary goes to stderr. Exit code 3 when the port cannot be read or no byte came within 5 s.
"""
import argparse
import json
import sys
import time

import serial

LEADS = ["I", "II", "V1", "V2", "V3", "V4", "V5", "V6"]


def decode(buffer, order, frames):
    """Moves whole frames from `buffer` to `frames`; returns how many bytes were none."""
    discarded = at = 0
    high, low = (0, 1) if order == "msb-first" else (1, 0)
    while len(buffer) - at >= 22:
        body = buffer[at + 5 : at + 21]
        fixed = buffer[at] == 0xE8 and buffer[at + 2 : at + 4] == b"\x11\x20" and buffer[at + 21] == 0x8E
        if fixed and max(body) < 0x80 and buffer[at + 4] == sum(body) % 128:
            frames.append([buffer[at + 1]] + [(body[i + high] % 32) * 128 + body[i + low] for i in range(0, 16, 2)])
            at += 22
        else:
            discarded += 1
            at += 1
    del buffer[:at]
    return discarded


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("port")
    parser.add_argument("seconds", type=float)
    parser.add_argument("--baud", type=int, default=115200)
    parser.add_argument("--format", choices=["csv", "json"], default="csv")
    parser.add_argument("--order", choices=["msb-first", "lsb-first"], default="msb-first")
    options = parser.parse_args()
    frames, buffer, discarded = [], bytearray(), 0
    with serial.Serial(options.port, options.baud, timeout=0.1) as port:
        end, begun = time.monotonic() + 5, False
        while time.monotonic() < end:
            got = port.read(max(1, port.in_waiting))
            if got and not begun:
                end, begun = time.monotonic() + options.seconds, True
            buffer += got
            discarded += decode(buffer, options.order, frames)
    if options.format == "json":
        json.dump({"frames": frames, "discarded": discarded, "pending": len(buffer)}, sys.stdout)
    else:
        print("counter," + ",".join(LEADS))
        print("\n".join(",".join(map(str, frame)) for frame in frames))
    print(f"{len(frames)} frames, {discarded} bytes discarded, {len(buffer)} pending", file=sys.stderr)
    return 0 if begun else f"no byte from {options.port} within 5 s"


if __name__ == "__main__":
    try:
        failure = main()
    except (OSError, serial.SerialException) as error:
        failure = str(error)
    if failure:
        print(failure, file=sys.stderr)
        sys.exit(3)
