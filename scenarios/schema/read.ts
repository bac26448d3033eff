import { type Complaint, complaintLine, type Finding } from './complaint.ts';
import { findingsOf } from './issue.ts';
import { knownKeys } from './known-keys.ts';
import { type Scenario, scenario } from './scenario.ts';
import { readSource, type Source } from './source.ts';

export type Reading =
  | { readonly ok: true; readonly scenario: Scenario; readonly source: Source }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** In order of place, each sentence once. */
export function placed(findings: readonly Finding[], source: Source): Complaint[] {
  const complaints = findings.map((finding) => source.locate(finding));
  complaints.sort((a, b) => a.line - b.line || a.column - b.column);
  return complaints.filter((complaint, i) => complaints.findIndex((other) => complaintLine(other) === complaintLine(complaint)) === i);
}

/** Reads a scenario text by the schema. What is wrong comes back as complaints, each with its place and its remedy. */
export function readScenario(text: string, file: string): Reading {
  const source = readSource(text, file);
  if (source.complaints.length > 0) return { ok: false, complaints: source.complaints };
  const parsed = scenario.safeParse(source.data);
  if (parsed.success) return { ok: true, scenario: parsed.data, source };
  const findings = findingsOf(parsed.error.issues, source.data, (path) => knownKeys(source.data, path));
  return { ok: false, complaints: placed(findings, source) };
}
