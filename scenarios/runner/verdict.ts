import type { Finding, Verdict } from '../../reports/index.ts';

const WORST_FIRST: readonly Verdict[] = ['error', 'fail', 'inconclusive', 'marginal', 'pass'];

/** A run is as good as its worst finding. */
export const verdictOf = (findings: readonly Pick<Finding, 'verdict'>[]): Verdict =>
  WORST_FIRST.find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'pass';
