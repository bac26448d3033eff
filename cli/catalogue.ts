import type { Command } from 'commander';

interface CommandModule {
  /** Adds arguments, options, an example and the action. */
  readonly define: (command: Command) => Command;
}

/** Every command. A module is loaded when its command is asked for: the first output must not wait for what it does not use. */
export const CATALOGUE: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<CommandModule> }>> = {
  demo: { summary: 'a patient, a device on a serial port and a live monitor in the browser', load: () => import('./commands/demo.ts') },
  sim: { summary: 'one simulated device on one link', load: () => import('./commands/sim.ts') },
  synth: { summary: 'signal and truth to files', load: () => import('./commands/synth.ts') },
  monitor: { summary: 'the monitor alone: a serial port in, a live page and event lines out', load: () => import('./commands/monitor.ts') },
  analyze: { summary: "the monitor's analysis over a WFDB record, written as annotations", load: () => import('./commands/analyze.ts') },
  run: { summary: 'run scenarios and judge them', load: () => import('./commands/run.ts') },
  show: { summary: 'a scenario as a time line, or a result.json as a table', load: () => import('./commands/show.ts') },
  lint: { summary: 'check scenario files without running them', load: () => import('./commands/lint.ts') },
  rhythms: { summary: 'the catalogue of rhythms with their parameters', load: () => import('./commands/rhythms.ts') },
  devices: { summary: 'device families and profiles', load: () => import('./commands/devices.ts') },
  faults: { summary: 'what can be broken, and how to ask for it', load: () => import('./commands/faults.ts') },
  leads: { summary: 'the twelve leads, what is sent and what is derived', load: () => import('./commands/leads.ts') },
  ports: { summary: 'serial ports of this machine, simulated ones included', load: () => import('./commands/ports.ts') },
  bench: { summary: 'the performance table', load: () => import('./commands/bench.ts') },
  doctor: { summary: 'what is installed and missing', load: () => import('./commands/doctor.ts') },
};
