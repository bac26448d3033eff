import type { Finding, ScenarioRun } from '../model/result.ts';
import { stripSvg } from '../strip/strip-svg.ts';
import { type Html, html, raw } from './html.ts';
import { verdictMark } from './verdict.ts';

const withUnit = (finding: Finding): string | null =>
  finding.margin === null ? null : `${Number(finding.margin.toFixed(3))} ${finding.marginUnit ?? ''}`.trim();

/** The margin of the finding that came closest to its limit, relative margins left out. */
export function smallestMargin(run: ScenarioRun): string | null {
  const timed = run.findings.filter((finding) => finding.margin !== null && finding.marginUnit === 's');
  const judged = timed.length > 0 ? timed : run.findings.filter((finding) => finding.margin !== null);
  const closest = judged.reduce<Finding | null>(
    (least, finding) => (least === null || finding.margin! < least.margin! ? finding : least),
    null,
  );
  return closest === null ? null : withUnit(closest);
}

function findingRow(finding: Finding): Html {
  const failed = finding.verdict !== 'pass';
  return html`<tr>
<td>${verdictMark(finding.verdict)}</td>
<td>${finding.expectation}${failed ? html`<p class="because">${finding.because}</p>` : null}</td>
<td class="number">${finding.limit}</td>
<td class="number">${finding.measured ?? '–'}</td>
<td class="number">${withUnit(finding) ?? '–'}</td>
<td class="number muted">${Number(finding.window[0].toFixed(2))}–${Number(finding.window[1].toFixed(2))} s</td>
</tr>`;
}

/** One scenario: what was expected and measured, the strips, the hashes and the line that runs it again. */
export function scenarioSection(run: ScenarioRun, { anchor, index }: { anchor: string; index: number }): Html {
  const open = run.verdict === 'pass' ? '' : ' open';
  const strips = run.strips.map(
    (
      strip,
      i,
    ) => html`<figure><figcaption>${strip.title}</figcaption><div class="scroll" tabindex="0">${raw(stripSvg(strip, `s${index}-${i}`))}</div>
<p class="muted">25 mm/s, 10 mm/mV · truth above, detections below</p></figure>`,
  );
  return html`<details id="${anchor}"${raw(open)}>
<summary>${verdictMark(run.verdict)}<span class="mono">${run.id}</span><span>${run.title}</span><span class="muted">${run.on}</span></summary>
${run.error === null ? null : html`<p class="because">${run.error}</p>`}
<div class="scroll" tabindex="0"><table>
<thead><tr><th>Verdict</th><th>Expectation</th><th class="number">Limit</th><th class="number">Measured</th><th class="number">Margin</th><th class="number">Window</th></tr></thead>
<tbody>${run.findings.map(findingRow)}</tbody>
</table></div>
${strips}
<dl class="facts">
<div><dt>Run again</dt><dd class="mono">${run.rerun}</dd></div>
<div><dt>Full hash</dt><dd class="mono">${run.fullHash}</dd></div>
<div><dt>Functional hash</dt><dd class="mono">${run.functionalHash}</dd></div>
<div><dt>Requirements</dt><dd>${run.requirements.join(', ') || 'none named'}</dd></div>
</dl>
</details>`;
}
