import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { changesOf } from '../../../changes/changesOf';
import type { Answers } from '../../../changes/merge/decide';
import type { PlanNode } from '../../../plan/document';
import { DOCUMENT_KIND_NAMES } from '../../../i18n/terms';
import { Disclosure } from '../../components/Disclosure';
import { failureText } from '../../frame/Messages';
import { Quiet, Section } from '../../components/Screen';
import { differenceBetween, isSame, type NodeChange } from '../../model/difference';
import { listedConflicts } from '../../model/conflictList';
import { otherDocuments } from '../../ports/book';
import type { Comparison } from '../../ports/host';
import { usePane } from '../../state/context';
import type { Merge } from '../../state/state';
import { ConflictList } from '../shared/ConflictList';
import { useTexts } from '../../components/texts';

/** More names than this are no longer read; the number stands above them. */
const SHOWN_CHANGES = 50;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

const titled = ({ code, title }: PlanNode): string =>
  [code, title].filter((part) => part !== null && part !== '').join(' ');

/** What applying would do to what the workbook holds: what two sides changed, its cells where it has them, then the report. */
export function DraftDifference() {
  const { texts, language } = useTexts();
  const { state, commands } = usePane();
  const { importing, opened } = state;
  const known = importing.step === 'preview' ? importing.comparison : undefined;
  const isStale =
    importing.step === 'preview' &&
    opened === 'open' &&
    (known === undefined || (known.kind === 'compared' && known.answers !== importing.answers));
  useEffect(() => {
    if (isStale) void commands.compare();
  }, [isStale, commands]);
  if (importing.step !== 'preview') return null;
  const isComparing = known === undefined || known.kind === 'comparing';
  const merge = known?.kind === 'compared' ? known.merge : known?.kind === 'comparing' ? known.before : null;
  return (
    <Section title={texts.import.difference}>
      {isComparing && <Quiet>{texts.import.comparing}</Quiet>}
      {known?.kind === 'failed' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{failureText(known.failure, language)}</MessageBarBody>
        </MessageBar>
      )}
      {merge && (
        <>
          <Undecided merge={merge} answers={importing.answers} />
          {!isComparing && merge.cells && <CellDifference comparison={merge.cells} />}
          <ReportDifference merge={merge} />
        </>
      )}
    </Section>
  );
}

/** What the workbook and the new version both changed: answered here, or later on Controle. */
function Undecided({ merge, answers }: { readonly merge: Merge; readonly answers: Answers }) {
  const { commands } = usePane();
  const { texts, language } = useTexts();
  const { book, conflicts } = merge.made;
  const listed = useMemo(
    () => listedConflicts(conflicts, [book.document, ...otherDocuments(book)], language),
    [conflicts, book, language],
  );
  const kept = useMemo(() => changesOf(book.imported, book.document).length, [book]);
  return (
    <>
      {merge.held !== null && kept > 0 && <Quiet>{texts.changes.kept(kept)}.</Quiet>}
      {listed.length > 0 && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {texts.changes.conflicts.title(listed.length)}. {texts.changes.conflicts.intro}
            </MessageBarBody>
          </MessageBar>
          <ConflictList
            conflicts={listed}
            answers={answers}
            onAnswer={(next) => {
              commands.dispatch({ type: 'answered', answers: next });
            }}
          />
        </>
      )}
    </>
  );
}

/** Texts longer than this are cut: the cell shows the rest. */
const SHOWN_TEXT = 60;

/** What would be written against what stands there. Nothing is said to stay as it is that was not compared. */
function CellDifference({ comparison }: { readonly comparison: Comparison }) {
  const { texts, formats } = useTexts();
  const t = texts.import;
  const { changes, cells, edits } = comparison;
  if (!changes) return <Quiet>{t.nothingChanges}</Quiet>;
  const shown = (value: string | number | boolean): string => {
    const text = typeof value === 'number' ? formats.figure(value) : String(value);
    if (text === '') return t.blank;
    return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)} …` : text;
  };
  const names = edits.map(({ sheet, address, now, becomes }) =>
    becomes === null
      ? t.rowGoes(`${sheet} ${address}`, shown(now))
      : t.becomes(`${sheet} ${address}`, shown(now), shown(becomes)),
  );
  return (
    <>
      {edits.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t.lostEdits(formats.count(edits.length))}. {t.lostEditsRemedy}
          </MessageBarBody>
        </MessageBar>
      )}
      <ChangeList summary={t.lostEdits} names={names} />
      <Quiet>{cells > 0 ? `${t.cellsChange(formats.count(cells))}.` : t.layoutChanges}</Quiet>
    </>
  );
}

/** What would change of the document: added, gone, changed. */
function ReportDifference({ merge: { held, made, cells } }: { readonly merge: Merge }) {
  const { texts, formats, language } = useTexts();
  const next = made.book.document;
  const difference = useMemo(() => held && differenceBetween(held.document, next), [held, next]);
  if (held === null || difference === null) return <Quiet>{texts.import.differenceNew}</Quiet>;
  if (isSame(difference))
    return <Quiet>{cells === null ? texts.import.differenceSame : texts.import.sameDocument}</Quiet>;
  const { kind, entity, fiscalYear } = held.document.document;
  const heldName = [DOCUMENT_KIND_NAMES[language][kind], entity?.name, fiscalYear]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');
  const changed = ({ node, formerCode, fields }: NodeChange): string => {
    const named = fields.map((field) =>
      field === 'code' && formerCode !== null ? texts.import.codeWas(formerCode) : texts.import.fields[field],
    );
    return `${titled(node)} (${named.join('; ')})`;
  };
  return (
    <>
      {difference.otherDocument && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.import.differenceOther(heldName)}</MessageBarBody>
        </MessageBar>
      )}
      <ChangeList summary={texts.import.added} names={difference.added.map(titled)} />
      <ChangeList summary={texts.import.removed} names={difference.removed.map(titled)} />
      <ChangeList summary={texts.import.changed} names={difference.changed.map(changed)} />
      {difference.figures > 0 && <Quiet>{texts.import.figures(formats.count(difference.figures))}</Quiet>}
    </>
  );
}

function ChangeList({
  summary,
  names,
}: {
  readonly summary: (count: string) => string;
  readonly names: readonly string[];
}) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  if (names.length === 0) return null;
  return (
    <Disclosure summary={summary(formats.count(names.length))}>
      <ul className={styles.list}>
        {names.slice(0, SHOWN_CHANGES).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {names.length > SHOWN_CHANGES && (
        <Quiet>{texts.import.moreChanges(formats.count(names.length - SHOWN_CHANGES))}</Quiet>
      )}
    </Disclosure>
  );
}
