#!/usr/bin/env python3
"""Sends every byte it reads back, so that a test can see all 256 values cross a serial line both ways.

    echo_bytes.py PORT [COUNT] [--baud 115200] [--timeout 10]

Opens PORT with pyserial (raw, 8N1), writes "ready" and a line end to stdout, then reads COUNT bytes (256) and writes them back as
they come. Ends with a line of JSON on stdout: {"count": n, "distinct": n}.
Exit code 0 when all came, 4 when they did not within the timeout (s), 3 when the port cannot be used.
"""
import argparse
import json
import sys
import time

import serial


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("port")
    parser.add_argument("count", type=int, nargs="?", default=256)
    parser.add_argument("--baud", type=int, default=115200)
    parser.add_argument("--timeout", type=float, default=10)
    options = parser.parse_args()
    seen = bytearray()
    with serial.Serial(options.port, options.baud, timeout=0.1) as port:
        print("ready", flush=True)
        end = time.monotonic() + options.timeout
        while len(seen) < options.count and time.monotonic() < end:
            got = port.read(min(max(1, port.in_waiting), options.count - len(seen)))
            port.write(got)
            seen += got
        port.flush()
    print(json.dumps({"count": len(seen), "distinct": len(set(seen))}))
    return 0 if len(seen) == options.count else 4


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, serial.SerialException) as error:
        print(error, file=sys.stderr)
        sys.exit(3)
