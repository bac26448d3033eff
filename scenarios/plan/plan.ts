import type { DeviceProfile } from '../../firmware-protocol/index.ts';
import type { Micros } from '../../kernel/index.ts';
import type { ParamValues, SimulatorCommand } from '../../simulator/index.ts';
import type { Window } from '../expect/kind.ts';
import type { ExpectationSpec } from '../schema/expectation.ts';
import type { Rung } from '../schema/scenario.ts';

export interface PlannedStep {
  readonly at: Micros;
  /** For people: `arrest: rhythm asystole`. */
  readonly label: string;
  readonly command: SimulatorCommand;
}

export interface PlannedExpectation {
  /** The key that names its kind. */
  readonly kind: string;
  /** As written, one line. */
  readonly text: string;
  readonly spec: ExpectationSpec;
  readonly window: Window;
}

/** A scenario ready to run: plain data, every time resolved, every `for` turned into its two steps. */
export interface ScenarioPlan {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly requirements: readonly string[];
  readonly seed: number;
  readonly runOn: readonly Rung[];
  readonly jitterBudget: Micros;
  readonly device: DeviceProfile;
  /** Drawn by the device when undefined. */
  readonly startUpZeros: number | undefined;
  readonly driftPpm: number;
  /** The rhythm at power-on. */
  readonly rhythm: string;
  readonly params: ParamValues;
  /** In order of time, then of the file; the rhythm at power-on among them. */
  readonly steps: readonly PlannedStep[];
  readonly expect: readonly PlannedExpectation[];
  readonly end: Micros;
}
