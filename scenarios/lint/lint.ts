import { readFileSync } from 'node:fs';
import { timelineOf } from '../plan/timeline.ts';
import { complaintLine } from '../schema/complaint.ts';
import { placed, type Reading, readScenario } from '../schema/read.ts';
import { device } from './device.ts';
import { fileName } from './file-name.ts';
import { names } from './names.ts';
import { params } from './params.ts';
import { requirements } from './requirements.ts';
import type { Rule } from './rule.ts';
import { windows } from './windows.ts';

const RULES: readonly Rule[] = [fileName, requirements, device, names, windows, params];

/** Reads a scenario text and applies every rule: a scenario that comes back `ok` will run. */
export function checkScenario(text: string, file: string): Reading {
  const reading = readScenario(text, file);
  if (!reading.ok) return reading;
  const { scenario, source } = reading;
  const { instants } = timelineOf(scenario);
  const findings = RULES.flatMap((rule) => rule({ scenario, file, instants }));
  return findings.length === 0 ? reading : { ok: false, complaints: placed(findings, source) };
}

/**
 * What is wrong with a scenario file, one line `file:line:column: what, and what to do` each, in order of place; nothing when it is
 * good. Throws when the file cannot be read.
 */
export function lintScenario(file: string): readonly string[] {
  const reading = checkScenario(readFileSync(file, 'utf8'), file);
  return reading.ok ? [] : reading.complaints.map(complaintLine);
}
