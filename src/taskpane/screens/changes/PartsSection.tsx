import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { OWNER_COLUMN } from '../../../sheets/parts/ownerColumn';
import { Choice } from '../../components/Choice';
import { Disclosure } from '../../components/Disclosure';
import { FileButton } from '../../components/FileButton';
import { Quiet, Section } from '../../components/Screen';
import { useTexts } from '../../components/texts';
import { listedConflicts } from '../../model/conflictList';
import type { Book } from '../../ports/book';
import type { PartsBack } from '../../ports/engine';
import { usePane } from '../../state/context';

const USUAL = '*';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  plain: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Work that several do: parts sent out and taken back, and a copy that is fixed. */
export function PartsSection({ book }: { readonly book: Book }) {
  return (
    <>
      <Split book={book} />
      <Collect book={book} />
      <Freeze />
    </>
  );
}

function Split({ book: { document } }: { readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.changes.parts;
  const [by, setBy] = useState(USUAL);
  const { work, busy } = state;
  const levels = document.levels.filter(({ id }) => document.nodes.some(({ level }) => level === id));
  return (
    <Section title={t.title}>
      <Quiet>{t.intro}</Quiet>
      <Choice
        label={t.by}
        value={by}
        options={[
          { value: USUAL, label: t.usual },
          ...levels.map(({ id, name }) => ({ value: id, label: name })),
          { value: OWNER_COLUMN, label: OWNER_COLUMN, language: 'nl' },
        ]}
        onChange={setBy}
      />
      <div className={styles.row}>
        <Button disabled={busy !== null} onClick={() => void commands.split(by === USUAL ? null : by)}>
          {busy === 'downloading' ? texts.common.working : t.split}
        </Button>
      </div>
      <div role="status">
        {work?.kind === 'split' && (
          <Quiet>
            {work.made === null
              ? t.nobody
              : [t.made(work.made.parts, work.made.file), ...(work.made.left > 0 ? [t.left(work.made.left)] : [])].join(
                  ' ',
                )}
          </Quiet>
        )}
      </div>
    </Section>
  );
}

function Collect({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.changes.parts;
  const { work, busy } = state;
  const isOpen = work?.kind === 'collected';
  return (
    <Section title={t.collectTitle}>
      <Quiet>{t.collectIntro}</Quiet>
      <div className={styles.row}>
        <FileButton
          label={busy === 'checking' ? texts.common.working : t.collect}
          accept=".xlsx"
          testId="parts"
          onPick={(files) => {
            void commands.readParts(files);
          }}
        />
      </div>
      {isOpen && <Collected found={work.found} book={book} />}
    </Section>
  );
}

/** What came back, before anything of it is written. */
function Collected({ found, book }: { readonly found: PartsBack; readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats, language } = useTexts();
  const t = texts.changes.parts;
  const { progress, taken, conflicts, rejected } = found;
  const listed = useMemo(() => listedConflicts(conflicts, [book.document], language), [conflicts, book, language]);
  return (
    <>
      <ul className={styles.list} aria-label={t.collectTitle}>
        {progress.map(({ part, owner, rows, filled, taken: own, conflicts: open, rejected: refused }) => (
          <li key={part}>
            <p className={styles.name}>{part}</p>
            <Quiet small>
              {[
                ...(owner === '' ? [] : [owner]),
                ...(rows > 0 ? [t.progress(formats.count(rows), formats.count(filled)), t.taken(own)] : []),
                ...(open > 0 ? [t.conflicts(open)] : []),
                ...(refused > 0 ? [t.rejected(refused)] : []),
              ].join(' · ')}
            </Quiet>
          </li>
        ))}
      </ul>
      {listed.length > 0 && (
        <Disclosure summary={t.conflicts(listed.length)}>
          <ul className={styles.plain}>
            {listed.map(({ key, what, mine, theirs, part }) => (
              <li key={key}>
                {what}: {texts.changes.conflicts.mine.toLowerCase()} {mine}, {part} {theirs}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {rejected.length > 0 && (
        <Disclosure summary={t.rejected(rejected.length)}>
          <ul className={styles.plain}>
            {rejected.map(({ part, reason }, index) => (
              <li key={index}>
                {part}: <span lang="nl">{reason}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {taken === 0 && conflicts.length === 0 ? (
        <Quiet>{t.nothing}</Quiet>
      ) : (
        <div className={styles.row}>
          <Button appearance="primary" disabled={state.busy !== null} onClick={() => void commands.takeParts()}>
            {t.takeOver(taken)}
          </Button>
          <Button
            onClick={() => {
              commands.dispatch({ type: 'work', work: null });
            }}
          >
            {texts.common.cancel}
          </Button>
        </div>
      )}
    </>
  );
}

function Freeze() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const t = texts.changes.parts;
  return (
    <Section title={t.freezeTitle}>
      <Quiet>{t.freezeIntro}</Quiet>
      <div className={styles.row}>
        <Button disabled={state.busy !== null} onClick={() => void commands.freeze()}>
          {t.freeze}
        </Button>
      </div>
    </Section>
  );
}
