import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { statusesInForce, withStatuses } from '../../../check/settings';
import { STATUS_MEANINGS, type StatusTerm } from '../../../plan/status';
import type { Book } from '../../ports/book';
import { Quiet, Section } from '../../components/Screen';
import { addStatus, moveStatus, removeStatus, statusProblem, statusUse } from '../../model/statusList';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { SaveBar } from './SaveBar';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  label: { flexGrow: 1, flexBasis: '10em', minWidth: 0 },
  meaning: { flexGrow: 1, flexBasis: '7em', minWidth: 0 },
  color: {
    width: '36px',
    height: '32px',
    padding: '2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** The board's own statuses: name, colour, meaning and order. */
export function StatusSettings({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts } = useTexts();
  const t = texts.settings;
  const { settings } = book;
  const { statuses } = settings;
  const [terms, setTerms] = useState<readonly StatusTerm[]>(statuses);
  const problem = statusProblem(terms);
  return (
    <Section title={t.statuses}>
      <Quiet>{t.statusesHint}</Quiet>
      <ol className={styles.list}>
        {terms.map((term, index) => {
          const used = statusUse(book.document, term.code);
          return <StatusItem key={term.code} {...{ terms, index, term, used }} onChange={setTerms} />;
        })}
      </ol>
      <div role="alert" className={styles.error}>
        {problem === null ? null : t[problem]}
      </div>
      <SaveBar
        changed={terms !== statuses && JSON.stringify(terms) !== JSON.stringify(statuses)}
        valid={problem === null}
        onSave={() => {
          const ordered = terms.map((term, index) => ({ ...term, order: index + 1 }));
          void commands.saveSettings(withStatuses(settings, ordered));
        }}
        onDiscard={() => {
          setTerms(statuses);
        }}
      >
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => {
            const codes = statusesInForce(settings).map(({ code }) => code);
            setTerms(addStatus(terms, t.newStatus, codes));
          }}
        >
          {t.addStatus}
        </Button>
      </SaveBar>
    </Section>
  );
}

interface StatusItemProps {
  readonly terms: readonly StatusTerm[];
  readonly index: number;
  readonly term: StatusTerm;
  /** How many nodes have the status. */
  readonly used: number;
  readonly onChange: (terms: readonly StatusTerm[]) => void;
}

function StatusItem({ terms, index, term, used, onChange }: StatusItemProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.settings;
  const change = (part: Partial<StatusTerm>): void => {
    onChange(terms.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <input
          type="color"
          className={styles.color}
          value={`#${term.color}`}
          aria-label={t.statusColor(term.label)}
          onChange={(event) => {
            change({ color: event.target.value.slice(1).toUpperCase() });
          }}
        />
        <Input
          className={styles.label}
          input={{ style: { minWidth: 0 } }}
          value={term.label}
          aria-label={t.statusLabel(String(index + 1))}
          onChange={(_, { value }) => {
            change({ label: value });
          }}
        />
      </div>
      <div className={styles.row}>
        <MeaningSelect
          term={term}
          onChange={(meaning) => {
            change({ meaning });
          }}
        />
        <StatusButtons terms={terms} index={index} term={term} used={used} onChange={onChange} />
      </div>
      {used > 0 && <Quiet small>{t.statusInUse(String(used))}</Quiet>}
    </li>
  );
}

function MeaningSelect({
  term,
  onChange,
}: {
  readonly term: StatusTerm;
  readonly onChange: (meaning: StatusTerm['meaning']) => void;
}) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.settings;
  return (
    <Select
      size="small"
      className={styles.meaning}
      select={{ style: { minWidth: 0 } }}
      value={term.meaning}
      aria-label={t.statusMeaning(term.label)}
      onChange={(_, { value }) => {
        onChange(STATUS_MEANINGS.find((one) => one === value) ?? term.meaning);
      }}
    >
      {STATUS_MEANINGS.map((meaning) => (
        <option key={meaning} value={meaning}>
          {t.meanings[meaning]}
        </option>
      ))}
    </Select>
  );
}

/** Up, down and away; a status that nodes have stays. */
function StatusButtons({ terms, index, term, used, onChange }: StatusItemProps) {
  const { texts } = useTexts();
  const t = texts.settings;
  const removable = used === 0 && terms.length > 1;
  return (
    <>
      <Button
        size="small"
        icon={<ArrowUpRegular />}
        aria-label={t.moveUp(term.label)}
        disabledFocusable={index === 0}
        onClick={() => {
          onChange(moveStatus(terms, index, -1));
        }}
      />
      <Button
        size="small"
        icon={<ArrowDownRegular />}
        aria-label={t.moveDown(term.label)}
        disabledFocusable={index === terms.length - 1}
        onClick={() => {
          onChange(moveStatus(terms, index, 1));
        }}
      />
      <Button
        size="small"
        icon={<DeleteRegular />}
        aria-label={t.removeStatus(term.label)}
        disabledFocusable={!removable}
        onClick={() => {
          if (removable) onChange(removeStatus(terms, index));
        }}
      />
    </>
  );
}
