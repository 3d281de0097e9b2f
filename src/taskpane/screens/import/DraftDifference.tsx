import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import type { PlanDocument, PlanNode } from '../../../plan/document';
import { DOCUMENT_KIND_NAMES } from '../../../i18n/terms';
import { Disclosure } from '../../components/Disclosure';
import { failureText } from '../../frame/Messages';
import { Quiet, Section } from '../../components/Screen';
import { differenceBetween, isSame, type NodeChange } from '../../model/difference';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

/** More names than this are no longer read; the number stands above them. */
const SHOWN_CHANGES = 50;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

const titled = ({ code, title }: PlanNode): string =>
  [code, title].filter((part) => part !== null && part !== '').join(' ');

/** What applying would do to what the workbook holds: first its cells, where it has them, then the report. */
export function DraftDifference({ document }: { readonly document: PlanDocument }) {
  const { texts } = useTexts();
  const { host } = usePane();
  return (
    <Section title={texts.import.difference}>
      {host.compare !== null && <CellDifference />}
      <ReportDifference document={document} />
    </Section>
  );
}

/** Texts longer than this are cut: the cell shows the rest. */
const SHOWN_TEXT = 60;

/** What would be written against what stands there. Nothing is said to stay as it is that was not compared. */
function CellDifference() {
  const { state, commands } = usePane();
  const { texts, formats, language } = useTexts();
  const { importing } = state;
  const compared = importing.step === 'preview' ? importing.comparison : undefined;
  const isMissing = importing.step === 'preview' && compared === undefined && state.opened === 'open';
  useEffect(() => {
    if (isMissing) void commands.compare();
  }, [isMissing, commands]);
  if (importing.step !== 'preview') return null;
  const t = texts.import;
  if (compared === undefined || compared.kind === 'comparing') return <Quiet>{t.comparing}</Quiet>;
  if (compared.kind === 'failed')
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{failureText(compared.failure, language)}</MessageBarBody>
      </MessageBar>
    );
  const { changes, cells, edits } = compared.comparison;
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

function ReportDifference({ document }: { readonly document: PlanDocument }) {
  const { state, host } = usePane();
  const { texts, formats, language } = useTexts();
  const { book } = state;
  const difference = useMemo(() => book && differenceBetween(book, document), [book, document]);
  if (book === null || difference === null) return <Quiet>{texts.import.differenceNew}</Quiet>;
  if (isSame(difference))
    return <Quiet>{host.compare === null ? texts.import.differenceSame : texts.import.sameDocument}</Quiet>;
  const held = book.document.document;
  const heldName = [DOCUMENT_KIND_NAMES[language][held.kind], held.entity?.name, held.fiscalYear]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');
  const changes = (nodes: readonly NodeChange[]): readonly string[] =>
    nodes.map(
      ({ node, fields }) => `${titled(node)} (${fields.map((field) => texts.import.fields[field]).join(', ')})`,
    );
  return (
    <>
      {difference.otherDocument && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.import.differenceOther(heldName)}</MessageBarBody>
        </MessageBar>
      )}
      {host.compare === null && difference.touchedEdits.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {texts.import.edited(formats.count(difference.touchedEdits.length))}. {texts.import.editedRemedy}
          </MessageBarBody>
        </MessageBar>
      )}
      {host.compare === null && <ChangeList summary={texts.import.edited} names={changes(difference.touchedEdits)} />}
      <ChangeList summary={texts.import.added} names={difference.added.map(titled)} />
      <ChangeList summary={texts.import.removed} names={difference.removed.map(titled)} />
      <ChangeList summary={texts.import.changed} names={changes(difference.changed)} />
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
