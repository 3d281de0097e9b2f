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

/** What is filled in: each kind of lesson uses a part of it. */
interface Answer {
  /** Kind of line, or `node:` and the level it is of. */
  readonly what: string;
  readonly name: string;
  readonly under: string;
  readonly columns: string;
  readonly unit: UnitName;
  readonly total: string;
}

function lessonOf({ what, name, under, columns, unit, total }: Answer, tableTitle: string): Lesson {
  if (what.startsWith(NODE)) return { as: 'node', level: what.slice(NODE.length) };
  switch (what) {
    case 'newLevel':
      return { as: 'newLevel', name: name.trim(), under: under === TOP ? null : under };
    case 'table':
      return {
        as: 'table',
        title: name.trim() || tableTitle,
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
}

/** What is this line? The answer becomes a rule for all lines that look like it. */
export function LessonForm({ text, levels, onApply }: LessonFormProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const [answer, setAnswer] = useState<Answer>({
    what: `${NODE}${levels[0]?.id ?? ''}`,
    name: '',
    under: levels.at(-1)?.id ?? TOP,
    columns: '',
    unit: 'euro',
    total: '',
  });
  const change = (part: Partial<Answer>): void => {
    setAnswer({ ...answer, ...part });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(lessonOf(answer, t.tableTitle));
      }}
    >
      <Choice
        label={t.teach(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text)}
        value={answer.what}
        options={[
          ...levels.map((level) => ({ value: `${NODE}${level.id}`, label: t.ofLevel(level.name) })),
          { value: 'newLevel', label: t.newLevel },
          ...PLAIN.map((value) => ({ value, label: t.lessons[value] })),
        ]}
        onChange={(what) => {
          change({ what });
        }}
      />
      {answer.what === 'newLevel' && <NewLevelFields levels={levels} answer={answer} onChange={change} />}
      {answer.what === 'table' && <TableFields answer={answer} onChange={change} />}
      <Button type="submit" size="small" appearance="primary" className={styles.start}>
        {t.apply}
      </Button>
    </form>
  );
}

interface FieldsProps {
  readonly answer: Answer;
  readonly onChange: (part: Partial<Answer>) => void;
}

function NewLevelFields({ levels, answer, onChange }: FieldsProps & { readonly levels: readonly OutlineLevel[] }) {
  const { texts } = useTexts();
  const t = texts.plans.profile;
  return (
    <>
      <TextField label={t.newLevelName} name="name" answer={answer} onChange={onChange} />
      <Choice
        label={t.under}
        value={answer.under}
        options={[{ value: TOP, label: t.atTop }, ...levels.map((level) => ({ value: level.id, label: level.name }))]}
        onChange={(under) => {
          onChange({ under });
        }}
      />
    </>
  );
}

function TableFields({ answer, onChange }: FieldsProps) {
  const { texts } = useTexts();
  const t = texts.plans.profile;
  return (
    <>
      <TextField label={t.tableTitle} name="name" answer={answer} onChange={onChange} />
      <TextField label={t.tableColumns} name="columns" answer={answer} onChange={onChange} />
      <Choice
        label={t.unit}
        value={answer.unit}
        options={UNIT_NAMES.map((value) => ({ value, label: t.units[value] }))}
        onChange={(value) => {
          onChange({ unit: UNIT_NAMES.find((each) => each === value) ?? 'euro' });
        }}
      />
      <TextField label={t.tableTotal} name="total" answer={answer} onChange={onChange} />
    </>
  );
}

function TextField({
  label,
  name,
  answer,
  onChange,
}: FieldsProps & { readonly label: string; readonly name: 'name' | 'columns' | 'total' }) {
  const styles = useStyles();
  return (
    <Field label={label} size="small">
      <Input
        size="small"
        className={styles.shrink}
        input={{ className: styles.shrink }}
        value={answer[name]}
        maxLength={120}
        onChange={(_, { value }) => {
          onChange({ [name]: value });
        }}
      />
    </Field>
  );
}
