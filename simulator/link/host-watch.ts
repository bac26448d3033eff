import type { Micros } from '../../kernel/index.ts';

/**
 * Turns looks at a terminal into opens and closes. A host counts as open when it has been there for `settle`: hosts flush a port
 * some time after they open it, and would lose in part what is sent before.
 */
export interface HostWatch {
  look(hasHost: boolean, now: Micros): 'opened' | 'closed' | undefined;
  /** The terminal is gone. */
  forget(): 'closed' | undefined;
  readonly open: boolean;
}

export function createHostWatch(settle: Micros): HostWatch {
  let since: Micros | undefined;
  let open = false;

  function forget(): 'closed' | undefined {
    since = undefined;
    if (!open) return undefined;
    open = false;
    return 'closed';
  }

  return {
    forget,
    look(hasHost, now) {
      if (!hasHost) return forget();
      since ??= now;
      if (open || now - since < settle) return undefined;
      open = true;
      return 'opened';
    },
    get open() {
      return open;
    },
  };
}
