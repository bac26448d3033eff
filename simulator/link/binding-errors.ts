/** Errors as the native serial binding makes them: text and marks are what `SerialPortStream` and its users look at. */
export const missingPort = (path: string): Error =>
  Object.assign(new Error(`Error: No such file or directory, cannot open ${path}`), { code: 'ENOENT' });

export const lockedPort = (): Error => new Error('Error: Resource temporarily unavailable Cannot lock port');

export const notOpen = (): Error => new Error('Port is not open');

/** The port was closed by its own user: the stream waits for the next `open`. */
export const canceled = (): Error => Object.assign(new Error('Canceled'), { canceled: true });

/** The port has vanished: the stream closes, and says `disconnected`. */
export const disconnected = (): Error => Object.assign(new Error('bad file descriptor, read'), { code: 'EBADF', disconnect: true });
