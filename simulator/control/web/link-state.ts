import type { ShapeName } from '../../../look/index.ts';
import type { View } from './client.ts';

export interface LinkState {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: 'good' | 'low' | 'muted';
}

/** One word for the link, the worst first. */
export function linkState({ connection, status }: Pick<View, 'connection' | 'status'>): LinkState {
  if (connection !== 'live' || !status) return { word: 'Console offline', shape: 'stale', tone: 'muted' };
  const { plugged, muted, hostOpen } = status.state;
  if (!plugged) return { word: 'Unplugged', shape: 'offline', tone: 'low' };
  if (muted) return { word: 'Mute', shape: 'low', tone: 'low' };
  if (!hostOpen) return { word: 'No host listens', shape: 'pending', tone: 'muted' };
  return { word: 'Streaming', shape: 'pass', tone: 'good' };
}
