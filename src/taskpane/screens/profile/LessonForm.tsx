import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { MONEY_UNIT, PERCENT_UNIT } from '../../../plan/indicator';
import type { OutlineLevel } from '../../../read/outline/profile';
import type { Lesson } from '../../../read/outline/teach';
import { Choice } from '../../components/Choice';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  shrink: { minWidth: 0 },
  start: { alignSelf: 'flex-start' },
});

const NODE = 'node:';
const TOP = '';
const UNITS = { euro: MONEY_UNIT, percent: PERCENT_UNIT, count: 'aantal' } as const;
type UnitName = keyof typeof UNITS;
const UNIT_NAMES: readonly UnitName[] = ['euro', 'percent', 'count'];
const PLAIN = ['field', 'indicators', 'heading', 'text', 'furniture', 'table'] as const;
/** Longer lines are recognised by their start. */
const SHOWN_LENGTH = 40;

interface LessonFormProps {
  readonly text: string;
  readonly levels: readonly OutlineLevel[];
  readonly onApply: (lesson: Lesson) => void;
}

/** What is this line? The answer becomes a rule for all lines that look like it. */
export function LessonForm({ text, levels, onApply }: LessonFormProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const [what, setWhat] = useState<string>(`${NODE}${levels[0]?.id ?? ''}`);
  const [name, setName] = useState('');
  const [under, setUnder] = useState(levels.at(-1)?.id ?? TOP);
  const [columns, setColumns] = useState('');
  const [unit, setUnit] = useState<UnitName>('euro');
  const [total, setTotal] = useState('');
  const lesson = (): Lesson => {
    if (what.startsWith(NODE)) return { as: 'node', level: what.slice(NODE.length) };
    switch (what) {
      case 'newLevel':
        return { as: 'newLevel', name: name.trim(), under: under === TOP ? null : under };
      case 'table':
        return {
          as: 'table',
          title: name.trim() || t.tableTitle,
          columns: columns
            .split(';')
            .map((each) => each.trim())
            .filter(Boolean)
            .map((each) => ({ name: each, unit: UNITS[unit] })),
          total: total.trim() || null,
        };
      case 'field':
      case 'indicators':
      case 'furniture':
        return { as: what };
      case 'heading':
        return { as: 'heading', closes: true };
      default:
        return { as: 'text' };
    }
  };
  const input = (label: string, value: string, change: (value: string) => void) => (
    <Field label={label} size="small">
      <Input
        size="small"
        className={styles.shrink}
        input={{ className: styles.shrink }}
        value={value}
        maxLength={120}
        onChange={(_, data) => {
          change(data.value);
        }}
      />
    </Field>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(lesson());
      }}
    >
      <Choice
        label={t.teach(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text)}
        value={what}
        options={[
          ...levels.map((level) => ({ value: `${NODE}${level.id}`, label: t.ofLevel(level.name) })),
          { value: 'newLevel', label: t.newLevel },
          ...PLAIN.map((value) => ({ value, label: t.lessons[value] })),
        ]}
        onChange={setWhat}
      />
      {what === 'newLevel' && (
        <>
          {input(t.newLevelName, name, setName)}
          <Choice
            label={t.under}
            value={under}
            options={[
              { value: TOP, label: t.atTop },
              ...levels.map((level) => ({ value: level.id, label: level.name })),
            ]}
            onChange={setUnder}
          />
        </>
      )}
      {what === 'table' && (
        <>
          {input(t.tableTitle, name, setName)}
          {input(t.tableColumns, columns, setColumns)}
          <Choice
            label={t.unit}
            value={unit}
            options={UNIT_NAMES.map((value) => ({ value, label: t.units[value] }))}
            onChange={(value) => {
              setUnit(UNIT_NAMES.find((each) => each === value) ?? 'euro');
            }}
          />
          {input(t.tableTotal, total, setTotal)}
        </>
      )}
      <Button type="submit" size="small" appearance="primary" className={styles.start}>
        {t.apply}
      </Button>
    </form>
  );
}
