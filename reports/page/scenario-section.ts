import type { Finding, ScenarioRun } from '../model/result.ts';
import { stripSvg } from '../strip/strip-svg.ts';
import { type Html, html, raw } from './html.ts';
import { verdictMark } from './verdict.ts';

const withUnit = (finding: Finding): string | null =>
  finding.margin === null ? null : `${String(Number(finding.margin.toFixed(3))).replace('-', '\u2212')} ${finding.marginUnit ?? ''}`.trim();

/** The sentence for people, and the command that shows it again where there is one. */
function partsOf(because: string): { readonly sentence: string; readonly rerun: string | undefined } {
  const [sentence = because, rerun] = because.split('. rerun: ');
  return { sentence, rerun };
}

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
  return html`<tr>
<td>${verdictMark(finding.verdict)}</td>
<td class="expectation">${finding.expectation}</td>
<td class="number">${finding.limit}</td>
<td class="number">${finding.measured ?? '–'}</td>
<td class="number">${withUnit(finding) ?? '–'}</td>
<td class="number muted">${Number(finding.window[0].toFixed(2))}–${Number(finding.window[1].toFixed(2))} s</td>
</tr>`;
}

/** What went wrong, before everything else: the sentence, the distance to the limit, its strip, and how to see it again. */
function failure(finding: Finding, strip: Html | undefined): Html {
  const { sentence, rerun } = partsOf(finding.because);
  const margin = withUnit(finding);
  return html`<section class="failure ${finding.verdict}">
<div class="said"><p class="sentence">${sentence}</p><p class="muted">${finding.expectation}</p></div>
<dl class="figures">
${margin === null ? null : html`<div class="margin"><dt>Margin</dt><dd>${margin}</dd></div>`}
<div><dt>Limit</dt><dd>${finding.limit}</dd></div>
<div><dt>Measured</dt><dd>${finding.measured ?? '–'}</dd></div>
</dl>
${strip ?? null}
${rerun === undefined ? null : html`<p class="rerun"><span class="muted">Run to this moment</span> <code>${rerun}</code></p>`}
</section>`;
}

/** One scenario: what was expected and measured, the strips, the hashes and the line that runs it again. */
export function scenarioSection(run: ScenarioRun, { anchor, index }: { anchor: string; index: number }): Html {
  const open = run.verdict === 'pass' ? '' : ' open';
  const strips = run.strips.map((strip, i) => ({
    title: strip.title,
    figure: html`<figure><figcaption>${strip.title}</figcaption><div class="scroll" tabindex="0">${raw(stripSvg(strip, `s${index}-${i}`))}</div>
<p class="muted">25 mm/s, 10 mm/mV · truth above, detections below</p></figure>`,
  }));
  const failures = run.findings
    .filter(({ verdict }) => verdict !== 'pass')
    .map((finding) => ({
      finding,
      strip: strips.find(({ title }) => title === `${finding.verdict}: ${partsOf(finding.because).sentence}`),
    }));
  const others = strips.filter((strip) => !failures.some((shown) => shown.strip === strip));
  return html`<details id="${anchor}" class="${run.verdict}"${raw(open)}>
<summary>${verdictMark(run.verdict)}<span class="mono">${run.id}</span><span>${run.title}</span><span class="muted">${run.on}</span></summary>
${run.error === null ? null : html`<p class="because">${run.error}</p>`}
${failures.map(({ finding, strip }) => failure(finding, strip?.figure))}
<div class="scroll" tabindex="0"><table>
<thead><tr><th>Verdict</th><th>Expectation</th><th class="number">Limit</th><th class="number">Measured</th><th class="number">Margin</th><th class="number">Window</th></tr></thead>
<tbody>${run.findings.map(findingRow)}</tbody>
</table></div>
${others.map(({ figure }) => figure)}
<dl class="facts">
<div><dt>Run again</dt><dd class="mono">${run.rerun}</dd></div>
<div><dt>Full hash</dt><dd class="mono">${run.fullHash}</dd></div>
<div><dt>Functional hash</dt><dd class="mono">${run.functionalHash}</dd></div>
<div><dt>Requirements</dt><dd>${run.requirements.join(', ') || 'none named'}</dd></div>
</dl>
</details>`;
}
