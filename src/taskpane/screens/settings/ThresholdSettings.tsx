import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { settingsSchema, type Thresholds } from '../../../check/settingsSchema';
import type { Book } from '../../ports/book';
import { Quiet, Section } from '../../components/Screen';
import { shownThreshold, THRESHOLDS, typedThreshold, type ThresholdName } from '../../model/thresholds';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { SaveBar } from './SaveBar';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  input: { maxWidth: '12em' },
});

type Typed = Readonly<Record<ThresholdName, string>>;

function shownThresholds(thresholds: Thresholds): Typed {
  const shown: Record<string, string> = {};
  for (const { name, unit } of THRESHOLDS) shown[name] = shownThreshold(thresholds[name], unit);
  return shown as Typed;
}

/** What was typed as thresholds; null when one of them cannot be kept. */
function readThresholds(typed: Typed): Thresholds | null {
  const entries = THRESHOLDS.map(({ name, unit }) => [name, typedThreshold(typed[name], unit)] as const);
  const parsed = settingsSchema.shape.thresholds.safeParse(Object.fromEntries(entries));
  return parsed.success ? parsed.data : null;
}

/** From where the checks find something worth a look. */
export function ThresholdSettings({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts } = useTexts();
  const t = texts.settings;
  const before = shownThresholds(book.settings.thresholds);
  const [typed, setTyped] = useState(before);
  const thresholds = readThresholds(typed);
  return (
    <Section title={t.thresholds}>
      <Quiet>{t.thresholdsHint}</Quiet>
      <div className={styles.list}>
        {THRESHOLDS.map(({ name, unit }) => (
          <Field
            key={name}
            label={t.threshold[name]}
            size="small"
            {...(typedThreshold(typed[name], unit) === null ? { validationMessage: t.numberExpected } : {})}
          >
            <Input
              size="small"
              className={styles.input}
              value={typed[name]}
              inputMode="decimal"
              onChange={(_, { value }) => {
                setTyped({ ...typed, [name]: value });
              }}
            />
          </Field>
        ))}
      </div>
      <SaveBar
        changed={THRESHOLDS.some(({ name }) => typed[name] !== before[name])}
        valid={thresholds !== null}
        onSave={() => {
          if (thresholds) void commands.saveSettings({ ...book.settings, thresholds });
        }}
        onDiscard={() => {
          setTyped(before);
        }}
      />
    </Section>
  );
}
