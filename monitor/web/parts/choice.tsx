interface ChoiceProps<Value> {
  readonly legend: string;
  readonly unit?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few: radio buttons in a row. */
export function Choice<Value extends string | number>({ legend, unit, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="set">
      <legend>{legend}</legend>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={legend} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.name}
          </label>
        ))}
      </div>
      {unit && <span>{unit}</span>}
    </fieldset>
  );
}
