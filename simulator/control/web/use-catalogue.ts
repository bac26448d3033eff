import { useEffect, useState } from 'react';
import type { CatalogueRow } from '../messages.ts';

const RETRY_MS = 2000;

/** The catalogue, once; asked for again while the simulator does not answer. */
export function useCatalogue(): readonly CatalogueRow[] {
  const [rows, setRows] = useState<readonly CatalogueRow[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = async (): Promise<void> => {
      try {
        const answer = await fetch('api/rhythms');
        if (!answer.ok) throw new Error(`the catalogue was refused: ${answer.status}`);
        const loaded = (await answer.json()) as CatalogueRow[];
        if (!isGone) setRows(loaded);
      } catch {
        if (!isGone) timer = setTimeout(() => void load(), RETRY_MS);
      }
    };
    void load();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return rows;
}
