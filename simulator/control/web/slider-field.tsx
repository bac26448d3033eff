import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { inSteps } from './format.ts';

interface SliderFieldProps {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Where the slider ends, if before `max`. */
  readonly sliderMax?: number;
  readonly step: number;
  readonly value: number;
  /** The value was just asked for and is not in force yet. */
  readonly isPending?: boolean;
  /** Called once per change: when the slider is let go of, the field is left, Enter is pressed, or nothing moved for a moment. */
  readonly onCommit: (value: number) => void;
}

/** A moving slider is not a hundred requests, nor is a number half typed one. */
const SLIDER_QUIET_MS = 250;
const TYPING_QUIET_MS = 800;
/** How long a request is shown while its answer is on the way. */
const ANSWER_MS = 1000;

export function SliderField(props: SliderFieldProps): ReactNode {
  const { id, title, unit, min, max, step, value, isPending = false, onCommit } = props;
  const sliderMax = props.sliderMax ?? max;
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = draft ?? inSteps(value, step);
  const number = Number(text);
  const isGood = text.trim() !== '' && number >= min && number <= max;
  useEffect(() => () => clearTimeout(timer.current), []);
  // The simulator has spoken: what was typed before is history.
  useEffect(() => setDraft(null), [value]);

  function commit(wanted: string): void {
    clearTimeout(timer.current);
    const asked = Number(wanted);
    if (wanted.trim() === '' || !(asked >= min && asked <= max)) return;
    if (asked !== value) onCommit(asked);
    timer.current = setTimeout(() => setDraft(null), ANSWER_MS);
  }
  function edit(wanted: string, quietMs: number): void {
    setDraft(wanted);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(wanted), quietMs);
  }
  /** What cannot be is given up, not sent. */
  function leave(): void {
    if (draft === null) return;
    if (isGood) commit(draft);
    else setDraft(null);
  }

  const share = (number - min) / (sliderMax - min);
  const fill = { '--fill': `${Math.round(Math.min(1, Math.max(0, isGood ? share : 0)) * 1000) / 10}%` } as CSSProperties;
  return (
    <div className="param" data-pending={isPending}>
      <label htmlFor={`field-${id}`} title={`${title}, ${min} to ${max} ${unit}`}>
        {shortTitle(title)}
      </label>
      <input
        className="slide"
        type="range"
        aria-label={`${title}, slider`}
        style={fill}
        {...{ min, max: sliderMax, step }}
        value={isGood ? number : value}
        onChange={(event) => edit(event.target.value, SLIDER_QUIET_MS)}
        onPointerUp={leave}
        onBlur={leave}
      />
      <input
        className="num"
        id={`field-${id}`}
        data-testid={`param-${id}`}
        type="number"
        inputMode="decimal"
        {...{ min, max, step }}
        value={text}
        aria-invalid={!isGood}
        onChange={(event) => edit(event.target.value, TYPING_QUIET_MS)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
      />
      <span className="unit">{unit}</span>
      {!isGood && (
        <span className="wrong" role="status">
          {inSteps(min, step)} to {inSteps(max, step)} {unit}
        </span>
      )}
    </div>
  );
}

/** A title may explain itself in brackets or after a comma; beside a slider its first words do. */
const shortTitle = (title: string): string => title.split(/ \(|, /)[0] ?? title;
