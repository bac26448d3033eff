import { type ReactNode, useEffect, useRef, useState } from 'react';

const THANKS_MS = 1600;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, primary = false, children }: { text: string; primary?: boolean; children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('Not allowed here: select the text');
    }
    timer.current = setTimeout(() => setSaid(null), THANKS_MS);
  }

  return (
    <button type="button" className={`btn compact${primary ? ' primary' : ''}`} onClick={() => void copy()}>
      {said ?? children}
    </button>
  );
}
