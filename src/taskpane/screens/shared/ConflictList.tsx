import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Answer } from '../../../changes/merge/answer';
import type { Answers } from '../../../changes/merge/decide';
import { Quiet } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { answeredAll, type ListedConflict } from '../../model/conflictList';

/** Conflicts shown at once; more on request. */
const PAGE = 20;

const OPEN = 'open';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: { minWidth: 'auto' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  values: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '@media (max-width: 300px)': { gridTemplateColumns: '1fr' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0 },
  choices: { display: 'flex', flexWrap: 'wrap' },
});

interface ConflictListProps {
  readonly conflicts: readonly ListedConflict[];
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

/** What two sides changed, with all three values, to be answered one by one or all at once. */
export function ConflictList({ conflicts, answers, onAnswer }: ConflictListProps) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  const t = texts.changes.conflicts;
  const [shown, setShown] = useState(PAGE);
  const answer = (key: string, value: string): void => {
    const { [key]: _, ...others } = answers;
    const known = conflicts.find((each) => each.key === key)?.answers.find((each) => each === value);
    onAnswer(known ? { ...others, [key]: known } : others);
  };
  const all: readonly (Answer | null)[] = ['mine', 'theirs', 'both', null];
  const possible = all.filter((each) => each === null || conflicts.some((one) => one.answers.includes(each)));
  return (
    <div className={styles.part}>
      {conflicts.length > 1 && (
        <div role="group" aria-label={t.all} className={styles.row}>
          {possible.map((each) => (
            <Button
              key={each ?? OPEN}
              size="small"
              className={styles.button}
              onClick={() => {
                onAnswer(answeredAll(conflicts, each, answers));
              }}
            >
              {t.allAnswers[each ?? OPEN]}
            </Button>
          ))}
        </div>
      )}
      <ul className={styles.list}>
        {conflicts.slice(0, shown).map((conflict) => (
          <ConflictItem
            key={conflict.key}
            conflict={conflict}
            value={answers[conflict.key] ?? OPEN}
            onChange={(value) => {
              answer(conflict.key, value);
            }}
          />
        ))}
      </ul>
      {conflicts.length > shown && (
        <Button
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {t.more(formats.count(Math.min(PAGE, conflicts.length - shown)))}
        </Button>
      )}
    </div>
  );
}

interface ConflictItemProps {
  readonly conflict: ListedConflict;
  readonly value: Answer | typeof OPEN;
  readonly onChange: (value: string) => void;
}

function ConflictItem({ conflict, value, onChange }: ConflictItemProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.changes.conflicts;
  const name = useId();
  const { what, base, mine, theirs, part, answers } = conflict;
  const values = [
    [t.base, base],
    [t.mine, mine],
    [part === null ? t.theirs : t.part(part), theirs],
  ] as const;
  return (
    <li className={styles.item} aria-labelledby={name}>
      <p id={name} className={styles.name}>
        {what}
      </p>
      <dl className={styles.values}>
        {values.map(([term, text], index) => (
          <div key={index} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{text}</dd>
          </div>
        ))}
      </dl>
      {!answers.includes('theirs') && <Quiet small>{t.inCell}</Quiet>}
      <Field label={t.answer} size="small">
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          value={value}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        >
          {[...answers, OPEN].map((each) => (
            <Radio key={each} value={each} label={t.answers[each as Answer | typeof OPEN]} />
          ))}
        </RadioGroup>
      </Field>
    </li>
  );
}
