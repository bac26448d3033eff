import type { AlarmEvent, AlarmState, Priority } from '../../index.ts';

const BY_PRIORITY: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };
const BY_STATE: Readonly<Record<AlarmState, number>> = { on: 0, latched: 1, acknowledged: 2, off: 3 };

const isSeen = ({ state }: AlarmEvent): number => (state === 'acknowledged' ? 1 : 0);

/** The alarms of one lane, the one to be seen first at the front: unacknowledged first, then by priority, then the newest. */
export function inOrder(alarms: readonly AlarmEvent[], lane: AlarmEvent['class']): readonly AlarmEvent[] {
  return alarms
    .filter((alarm) => alarm.class === lane && alarm.state !== 'off')
    .toSorted(
      (a, b) =>
        isSeen(a) - isSeen(b) ||
        BY_PRIORITY[a.priority] - BY_PRIORITY[b.priority] ||
        BY_STATE[a.state] - BY_STATE[b.state] ||
        b.onset - a.onset,
    );
}
