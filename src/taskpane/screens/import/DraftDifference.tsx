import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PlanDocument, PlanNode } from '../../../plan/document';
import { DOCUMENT_KIND_NAMES } from '../../../i18n/terms';
import { Disclosure } from '../../components/Disclosure';
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

/** What applying would do to what the workbook holds. */
export function DraftDifference({ document }: { readonly document: PlanDocument }) {
  const { state } = usePane();
  const { texts, formats, language } = useTexts();
  const { book } = state;
  const difference = useMemo(() => book && differenceBetween(book, document), [book, document]);
  if (book === null || difference === null) {
    return (
      <Section title={texts.import.difference}>
        <Quiet>{texts.import.differenceNew}</Quiet>
      </Section>
    );
  }
  if (isSame(difference)) {
    return (
      <Section title={texts.import.difference}>
        <Quiet>{texts.import.differenceSame}</Quiet>
      </Section>
    );
  }
  const held = book.document.document;
  const heldName = [DOCUMENT_KIND_NAMES[language][held.kind], held.entity?.name, held.fiscalYear]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');
  const changes = (nodes: readonly NodeChange[]): readonly string[] =>
    nodes.map(
      ({ node, fields }) => `${titled(node)} (${fields.map((field) => texts.import.fields[field]).join(', ')})`,
    );
  return (
    <Section title={texts.import.difference}>
      {difference.otherDocument && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.import.differenceOther(heldName)}</MessageBarBody>
        </MessageBar>
      )}
      {difference.touchedEdits.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {texts.import.edited(formats.count(difference.touchedEdits.length))}. {texts.import.editedRemedy}
          </MessageBarBody>
        </MessageBar>
      )}
      <ChangeList summary={texts.import.edited} names={changes(difference.touchedEdits)} />
      <ChangeList summary={texts.import.added} names={difference.added.map(titled)} />
      <ChangeList summary={texts.import.removed} names={difference.removed.map(titled)} />
      <ChangeList summary={texts.import.changed} names={changes(difference.changed)} />
      {difference.figures > 0 && <Quiet>{texts.import.figures(formats.count(difference.figures))}</Quiet>}
    </Section>
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
