import { Field, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Of the label, when it is another than that of the pane. */
  readonly language?: string;
}

const useStyles = makeStyles({
  field: { minWidth: 0 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
});

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}

/** One of a list, with the list of the browser itself: quick, and known to every keyboard and screen reader. */
export function Choice({ label, value, options, onChange, disabled = false }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select
        size="small"
        className={styles.field}
        select={{ className: styles.field }}
        value={value}
        disabled={disabled}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} {...(option.language ? { lang: option.language } : {})}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export interface Chip extends Option {
  readonly icon?: ReactElement;
}

interface ChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of a few, each a button that is on or off. */
export function Chips({ label, chips, chosen, onChange }: ChipsProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {chips.map(({ value, label: text, icon }) => {
        const on = chosen.includes(value);
        return (
          <ToggleButton
            key={value}
            size="small"
            shape="circular"
            className={styles.chip}
            checked={on}
            {...(icon ? { icon } : {})}
            onClick={() => {
              onChange(on ? chosen.filter((other) => other !== value) : [...chosen, value]);
            }}
          >
            {text}
          </ToggleButton>
        );
      })}
    </div>
  );
}
