import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { Feed } from './feed.ts';
import type { LiveState } from './live-state.ts';

export const FeedContext = createContext<Feed | null>(null);

export function useFeed(): Feed {
  const feed = useContext(FeedContext);
  if (!feed) throw new Error('useFeed needs a FeedContext above it');
  return feed;
}

/** A part of the state. The component is drawn again only when the part is another one, by `isSame`. */
export function useLive<Part>(select: (state: LiveState) => Part, isSame: (a: Part, b: Part) => boolean = Object.is): Part {
  const feed = useFeed();
  const kept = useRef<{ readonly part: Part } | null>(null);
  return useSyncExternalStore(feed.subscribe, () => {
    const part = select(feed.state);
    if (!kept.current || !isSame(kept.current.part, part)) kept.current = { part };
    return kept.current.part;
  });
}

/** Same fields with the same values. */
export function isShallowEqual<Fields extends object>(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a) as (keyof Fields)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
