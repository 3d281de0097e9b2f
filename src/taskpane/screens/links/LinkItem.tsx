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
  const { commands, state } = usePane();
  const { texts, formats } = useTexts();
  const t = texts.plans.links;
  const { home, link, from, to, tooMuch } = listed;
  const about = useId();
  const saving = state.busy === 'saving';
  const answer = (next: 'confirmed' | 'rejected' | 'proposed'): void =>
    void commands.editLink(home, link.id, { state: next });
  const counts = link.state === 'confirmed' || link.state === 'explicit';
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
        {link.state !== 'confirmed' && link.state !== 'explicit' && (
          <Button
            size="small"
            appearance="primary"
            disabled={saving}
            onClick={() => {
              answer('confirmed');
            }}
          >
            {t.confirm}
          </Button>
        )}
        {link.state !== 'rejected' && (
          <Button
            size="small"
            disabled={saving}
            onClick={() => {
              answer('rejected');
            }}
          >
            {t.refuse}
          </Button>
        )}
        {(link.state === 'confirmed' || link.state === 'rejected') && link.reason !== null && (
          <Button
            size="small"
            appearance="subtle"
            disabled={saving}
            onClick={() => {
              answer('proposed');
            }}
          >
            {t.reopen}
          </Button>
        )}
        <span className={styles.state}>{t.states[link.state]}</span>
        {counts && (
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
