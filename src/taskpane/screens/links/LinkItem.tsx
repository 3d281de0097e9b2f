import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Quiet } from '../../components/Screen';
import { typedWeight, type ListedEnd, type ListedLink } from '../../model/linkList';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  end: { margin: 0, overflowWrap: 'anywhere' },
  code: { fontWeight: tokens.fontWeightSemibold },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  kind: { margin: 0, color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  weight: { width: '9em', maxWidth: '100%' },
  number: { minWidth: 0 },
  state: { alignSelf: 'center' },
});

function End({ end: { document, node, id } }: { readonly end: ListedEnd }) {
  const styles = useStyles();
  return (
    <p className={styles.end}>
      {node?.code ? <span className={styles.code}>{node.code} </span> : null}
      {node?.title ?? id} <span className={styles.where}>({document})</span>
    </p>
  );
}

/** One link: what belongs to what, why, and what the user says of it. */
export function LinkItem({ listed }: { readonly listed: ListedLink }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts, formats } = useTexts();
  const t = texts.plans.links;
  const { home, link, from, to, tooMuch } = listed;
  const about = useId();
  return (
    <li className={styles.item}>
      <div id={about}>
        <End end={from} />
        <p className={styles.kind}>{t.kinds[link.kind]}</p>
        <End end={to} />
      </div>
      {link.reason !== null && <Quiet small>{t.reason(link.reason)}</Quiet>}
      {link.state === 'explicit' && link.evidence !== null && (
        <Quiet small>
          {t.evidence}: “{link.evidence}”
        </Quiet>
      )}
      <div className={styles.row} role="group" aria-labelledby={about}>
        <Answers listed={listed} />
        <span className={styles.state}>{t.states[link.state]}</span>
        {(link.state === 'confirmed' || link.state === 'explicit') && (
          <WeightField
            key={String(link.weight)}
            weight={link.weight}
            onSave={(weight) => {
              void commands.editLink(home, link.id, { weight });
            }}
          />
        )}
      </div>
      {tooMuch !== null && (
        <p role="alert" className={styles.end}>
          {t.tooMuch(formats.count(tooMuch))}
        </p>
      )}
    </li>
  );
}

/** What can be said of a link in its state: confirm, refuse, or ask again what was answered. */
function Answers({ listed: { home, link } }: { readonly listed: ListedLink }) {
  const { commands, state } = usePane();
  const { texts } = useTexts();
  const t = texts.plans.links;
  const isAnswered = link.state === 'confirmed' || link.state === 'rejected';
  const answers = [
    {
      next: 'confirmed',
      label: t.confirm,
      appearance: 'primary',
      offered: link.state !== 'confirmed' && link.state !== 'explicit',
    },
    { next: 'rejected', label: t.refuse, appearance: 'secondary', offered: link.state !== 'rejected' },
    { next: 'proposed', label: t.reopen, appearance: 'subtle', offered: isAnswered && link.reason !== null },
  ] as const;
  return answers
    .filter(({ offered }) => offered)
    .map(({ next, label, appearance }) => (
      <Button
        key={next}
        size="small"
        appearance={appearance}
        disabled={state.busy === 'saving'}
        onClick={() => {
          void commands.editLink(home, link.id, { state: next });
        }}
      >
        {label}
      </Button>
    ));
}

/** A percentage, kept when the field is left or Enter is pressed. */
function WeightField({
  weight,
  onSave,
}: {
  readonly weight: number | null;
  readonly onSave: (weight: number | null) => void;
}) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.links;
  const before = weight === null ? '' : String(weight).replace('.', ',');
  const [text, setText] = useState(before);
  const typed = typedWeight(text);
  const keep = (): void => {
    if (typed !== undefined && typed !== weight) onSave(typed);
  };
  return (
    <Field
      label={t.weight}
      size="small"
      className={styles.weight}
      hint={t.weightHint}
      {...(typed === undefined ? { validationMessage: t.badWeight } : {})}
    >
      <Input
        size="small"
        inputMode="decimal"
        className={styles.number}
        input={{ className: styles.number }}
        value={text}
        onChange={(_, data) => {
          setText(data.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </Field>
  );
}
