import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { NODE_CHANGES, type ComparedNode, type ComparedTotal, type NodeChange } from '../../../changes/comparison';
import type { AmountDifference } from '../../../changes/figureDifferences';
import { wordDifferences } from '../../../changes/wordDifferences';
import { statusesInForce } from '../../../check/settings';
import { differenceCents } from '../../../figures/sums';
import { CHANGE_TEXTS } from '../../../i18n/changeTexts';
import { directionText, kindText, phaseText } from '../../../i18n/terms';
import { Choice } from '../../components/Choice';
import { FileButton } from '../../components/FileButton';
import { Quiet, Section } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { WordDifference } from '../../components/WordDifference';
import type { Book } from '../../ports/book';
import type { ComparedFile } from '../../ports/engine';
import { usePane } from '../../state/context';
import { fieldText } from './changeWords';
import { MoneyTable } from './MoneyTable';

/** Nodes shown at once; more on request. */
const PAGE = 40;
const EVERY = '*';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  item: {
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  proposals: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** The workbook beside a second file. */
export function CompareSection({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.changes.compare;
  const { work, busy } = state;
  if (work?.kind !== 'compared')
    return (
      <Section title={t.title}>
        <Quiet>{t.intro}</Quiet>
        <div className={styles.row}>
          <FileButton
            label={busy === 'checking' ? texts.common.working : t.choose}
            appearance="primary"
            testId="compare"
            onPick={([file]) => {
              if (file) void commands.compareFile(file);
            }}
          />
        </div>
      </Section>
    );
  const { found } = work;
  return (
    <Section title={t.title}>
      <Quiet>{found.reference === 'file' ? t.of(found.name) : t.ofBook(found.name)}</Quiet>
      <div className={styles.row}>
        <Button size="small" disabled={busy !== null} onClick={() => void commands.turnComparison()}>
          {t.turn}
        </Button>
        <Button size="small" onClick={commands.saveComparison}>
          {t.download}
        </Button>
        <Button
          size="small"
          onClick={() => {
            commands.dispatch({ type: 'work', work: null });
          }}
        >
          {t.stop}
        </Button>
      </div>
      <Found found={found} book={book} />
    </Section>
  );
}

function Found({ found, book }: { readonly found: ComparedFile; readonly book: Book }) {
  const styles = useStyles();
  const { texts, formats, language } = useTexts();
  const t = texts.changes.compare;
  const words = CHANGE_TEXTS[language];
  const [kind, setKind] = useState<NodeChange | null>(null);
  const [shown, setShown] = useState(PAGE);
  const { nodes, totals, figures, proposals, summary } = found;
  if (nodes.length === 0 && figures === 0 && totals.length === 0) return <Quiet>{t.same}</Quiet>;
  const fitting = nodes.filter(({ change }) => kind === null || change === kind);
  const kinds = NODE_CHANGES.filter((change) => change !== 'same' && summary[change] > 0);
  return (
    <>
      {totals.length > 0 && (
        <MoneyTable
          label={t.sums}
          rows={totals.map(({ cell, from, to, change }: ComparedTotal) => ({
            name: `${kindText(cell.kind, language)}, ${directionText(cell.direction, language)}, ${phaseText(cell.phase, language)} ${cell.year}`,
            from,
            to,
            change,
          }))}
        />
      )}
      {figures > 0 && <Quiet>{t.figures(formats.count(figures))}</Quiet>}
      {proposals.length > 0 && (
        <>
          <Quiet>{t.proposals}:</Quiet>
          <ul className={styles.proposals}>
            {proposals.map(({ kind: what, old, new: now }, index) => {
              const codes = (list: typeof old): string => list.map(({ code, title }) => code ?? title).join(', ');
              return <li key={index}>{words.proposal[what](codes(old), codes(now))}</li>;
            })}
          </ul>
        </>
      )}
      <Choice
        label={t.kind}
        value={kind ?? EVERY}
        options={[
          { value: EVERY, label: t.show(texts.common.all, formats.count(nodes.length)) },
          ...kinds.map((change) => ({
            value: change,
            label: t.show(words.changes[change], formats.count(summary[change])),
          })),
        ]}
        onChange={(value) => {
          setKind(kinds.find((change) => change === value) ?? null);
          setShown(PAGE);
        }}
      />
      <ul className={styles.list} aria-label={t.title}>
        {fitting.slice(0, shown).map((node) => (
          <NodeItem key={`${node.old?.id ?? ''}|${node.new?.id ?? ''}`} compared={node} found={found} book={book} />
        ))}
      </ul>
      {fitting.length > shown && (
        <Button
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {t.more(formats.count(Math.min(PAGE, fitting.length - shown)))}
        </Button>
      )}
    </>
  );
}

interface NodeItemProps {
  readonly compared: ComparedNode;
  readonly found: ComparedFile;
  readonly book: Book;
}

/** A node that differs: what became of it, its fields in both versions, and its amounts. */
function NodeItem({ compared, found, book }: NodeItemProps) {
  const styles = useStyles();
  const { texts, language } = useTexts();
  const words = CHANGE_TEXTS[language];
  const { old, new: now, change, fields } = compared;
  const node = now ?? old;
  if (!node) return null;
  const vocabulary = {
    imported: book.imported,
    document: book.document,
    statuses: statusesInForce(book.settings),
    language,
  };
  const former = old && now && old.code !== now.code && old.code !== null ? old.code : null;
  const own = found.amounts.filter(
    (amount: AmountDifference) => amount.node === node.id && amount.isRemoved === (now === null),
  );
  return (
    <li className={styles.item}>
      <p className={styles.name}>{[node.code, node.title].filter(Boolean).join(' ')}</p>
      <p className={styles.quiet}>
        {[words.changes[change], ...(former ? [texts.changes.compare.was(former)] : [])].join('; ')}
      </p>
      {fields
        .filter(({ field }) => field !== 'code')
        .map(({ field, from, to }) => (
          <div key={field}>
            <p className={styles.quiet}>{words.fields[field]}</p>
            <WordDifference
              pieces={
                field === 'title' || field === 'text'
                  ? wordDifferences(String(from ?? ''), String(to ?? ''))
                  : [
                      { text: fieldText(field, from, vocabulary), in: 'old' },
                      { text: ' ', in: 'both' },
                      { text: fieldText(field, to, vocabulary), in: 'new' },
                    ]
              }
            />
          </div>
        ))}
      {own.length > 0 && (
        <MoneyTable
          label={`${texts.changes.compare.amounts} ${node.code ?? ''}`}
          rows={own.map(({ cell, from, to }) => ({
            name: `${kindText(cell.kind, language)}, ${directionText(cell.direction, language)}, ${phaseText(cell.phase, language)} ${cell.year}`,
            from,
            to,
            change: differenceCents(to, from),
          }))}
        />
      )}
    </li>
  );
}
