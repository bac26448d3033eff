/** One self-contained page for a run: the index first, worst on top, then each scenario with its strips. */
import { readFileSync } from 'node:fs';
import type { ScenarioRun, SuiteResult } from '../model/result.ts';
import { embeddedFonts } from './fonts.ts';
import { type Html, html, raw } from './html.ts';
import { scenarioSection, smallestMargin } from './scenario-section.ts';
import { VERDICTS, verdictMark } from './verdict.ts';

const css = (path: string): Html => raw(readFileSync(new URL(path, import.meta.url), 'utf8'));

function indexRow(run: ScenarioRun): Html {
  const margin = smallestMargin(run);
  return html`<tr>
<td>${verdictMark(run.verdict)}</td>
<td><a class="mono" href="#${anchor(run)}">${run.id}</a></td>
<td class="title">${run.title}</td>
<td>${run.on}</td>
<td class="number">${run.seed}</td>
<td class="number">${margin ?? '–'}</td>
<td class="number">${run.endS} <span class="muted">s</span></td>
<td class="number">${run.wallS.toFixed(2)} <span class="muted">s</span></td>
</tr>`;
}

/** A name for links that is unique on the page. */
const anchor = (run: ScenarioRun): string => `${run.id}-${run.on}-${run.seed}`;

export function runReport(result: SuiteResult): string {
  const runs = result.runs.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  const counts = VERDICTS.map((verdict) => ({ verdict, count: runs.filter((run) => run.verdict === verdict).length })).filter(
    ({ count }) => count > 0,
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Heartloop run, ${result.startedAt}</title>
<style>${raw(embeddedFonts())}${css('../../look/tokens.css')}${css('../../look/base.css')}${css('./run-report.css')}</style>
</head>
<body>
<header><h1>Scenario run</h1>
<p class="muted">${result.startedAt.slice(0, 16).replace('T', ' ')} UTC · Node ${result.node} · ${result.wallS.toFixed(1)} s · simulated signals, not for clinical use</p></header>
<main>
<section aria-label="Verdicts" class="counts">${counts.map(({ verdict, count }) => html`<div><strong>${count}</strong>${verdictMark(verdict)}</div>`)}</section>
<section aria-label="Index" class="scroll" tabindex="0"><table>
<thead><tr><th>Verdict</th><th>Scenario</th><th>Title</th><th>On</th><th class="number">Seed</th><th class="number">Smallest margin</th><th class="number">Signal</th><th class="number">Wall</th></tr></thead>
<tbody>${runs.map(indexRow)}</tbody>
</table></section>
${runs.map((run, index) => scenarioSection(run, { anchor: anchor(run), index }))}
</main>
</body>
</html>
`;
  return page.html;
}
