import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Answers } from '../../../changes/merge/decide';
import { Quiet, Section } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { listedConflicts, typedAnswers } from '../../model/conflictList';
import { otherDocuments, type Book } from '../../ports/book';
import { usePane } from '../../state/context';
import { ConflictList } from '../shared/ConflictList';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** What nobody decided yet. Answers typed on Controle are filled in; carried out they are one piece of work. */
export function ConflictSection({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { commands, state } = usePane();
  const { texts, language } = useTexts();
  const t = texts.changes.conflicts;
  const listed = useMemo(
    () => listedConflicts(book.conflicts ?? [], [book.document, ...otherDocuments(book)], language),
    [book, language],
  );
  const [given, setGiven] = useState<Answers | null>(null);
  const typed = useMemo(() => typedAnswers(listed, book.explanations), [listed, book.explanations]);
  const answers = given ?? typed;
  const known = Object.fromEntries(Object.entries(answers).filter(([key]) => listed.some((each) => each.key === key)));
  const count = Object.keys(known).length;
  if (listed.length === 0) return null;
  return (
    <Section title={t.title(listed.length)}>
      <Quiet>{t.later}</Quiet>
      <ConflictList conflicts={listed} answers={answers} onAnswer={setGiven} />
      {count > 0 && (
        <div className={styles.bar}>
          <Button
            appearance="primary"
            disabled={state.busy !== null}
            onClick={() => {
              void commands.decide(known).then((done) => {
                if (done) setGiven(null);
              });
            }}
          >
            {t.carryOut(count)}
          </Button>
        </div>
      )}
    </Section>
  );
}
