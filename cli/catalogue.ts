import type { Command } from 'commander';

interface CommandModule {
  /** Adds description, arguments, options, an example and the action. */
  readonly define: (command: Command) => Command;
}

/** Every command, loaded when it is asked for: the first output must not wait for what it does not use. */
export const CATALOGUE: Readonly<Record<string, () => Promise<CommandModule>>> = {
  demo: () => import('./commands/demo.ts'),
  sim: () => import('./commands/sim.ts'),
  synth: () => import('./commands/synth.ts'),
  monitor: () => import('./commands/monitor.ts'),
  analyze: () => import('./commands/analyze.ts'),
  run: () => import('./commands/run.ts'),
  show: () => import('./commands/show.ts'),
  lint: () => import('./commands/lint.ts'),
  rhythms: () => import('./commands/rhythms.ts'),
  devices: () => import('./commands/devices.ts'),
  faults: () => import('./commands/faults.ts'),
  leads: () => import('./commands/leads.ts'),
  ports: () => import('./commands/ports.ts'),
  bench: () => import('./commands/bench.ts'),
  doctor: () => import('./commands/doctor.ts'),
};
