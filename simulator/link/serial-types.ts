/** The serialport binding contract, as the stream package sees it. */
import type { SerialPortStream } from '@serialport/stream';

export type Binding = SerialPortStream['settings']['binding'];
export type BindingPort = Awaited<ReturnType<Binding['open']>>;
export type BindingOpenOptions = Parameters<Binding['open']>[0];

/** What a host reads and writes: the stream every `SerialPort` is. */
export type SerialStream = SerialPortStream;
