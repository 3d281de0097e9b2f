import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { FileButton } from '../../components/FileButton';
import { Quiet, Screen, Section } from '../../components/Screen';
import { failureText } from '../../frame/Messages';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { Draft, ImportState } from '../../state/state';
import { FAILURE_KINDS } from '../../../read/findingKinds';
import { isReport } from '../../../plan/document';
import { ReviewList } from '../profile/ReviewList';
import { DraftDifference } from './DraftDifference';
import { DraftSummary } from './DraftSummary';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Previewing = Extract<ImportState, { step: 'preview' | 'applying' }>;

/** What was read, before anything of it is written. */
export function Preview({ importing }: { readonly importing: Previewing }) {
  const { texts } = useTexts();
  const { drafts, chosen } = importing;
  const holdsBook = usePane().state.book !== null;
  const draft = chosen === null ? undefined : drafts[chosen];
  return (
    <Screen title={texts.import.preview} occasion="preview">
      <Quiet>{texts.import.nothingWritten}</Quiet>
      <FailedFiles importing={importing} />
      <DraftChoice drafts={drafts} chosen={chosen} />
      <Companions importing={importing} />
      {draft?.outcome.ok && (
        <>
          {/* What happens to a workbook that holds something comes before what was read. */}
          {holdsBook && <DraftDifference />}
          <DraftSummary name={draft.name} checked={draft.outcome.value} />
          {!holdsBook && <DraftDifference />}
        </>
      )}
      <Doubts importing={importing} />
      <Decision importing={importing} />
    </Screen>
  );
}

/** It could be read, but nobody said yet what its levels look like. */
const isUnknownPlan = ({ outcome }: Draft): boolean =>
  !outcome.ok && [FAILURE_KINDS.noSections.id, FAILURE_KINDS.nearSections.id].includes(outcome.failure.kind.id);

function FailedFiles({ importing: { drafts, profiles } }: { readonly importing: Previewing }) {
  const { commands } = usePane();
  const { texts, language } = useTexts();
  const failed = drafts.filter(({ outcome }) => !outcome.ok);
  if (failed.length === 0) return null;
  const unknown = failed.filter(isUnknownPlan);
  return (
    <Section title={texts.import.fileFailed}>
      <div role="alert">
        {failed.map(({ name, outcome }) => (
          <Quiet key={name}>{outcome.ok ? '' : failureText(outcome.failure, language)}</Quiet>
        ))}
      </div>
      {unknown.map((draft) => (
        <Button
          key={draft.name}
          onClick={() => {
            void commands.describePlan(draft);
          }}
        >
          {texts.plans.profile.describe}: {draft.name}
        </Button>
      ))}
      {unknown.length > 0 && (
        <FileButton
          label={texts.plans.profile.load}
          accept=".json"
          testId="profiles"
          onPick={(files) => {
            void commands.readFiles([...drafts.map(({ file }) => file), ...files], profiles);
          }}
        />
      )}
    </Section>
  );
}

/** Plans that go into the workbook beside the report; each can be left out. */
function Companions({ importing }: { readonly importing: Previewing }) {
  const { texts } = useTexts();
  const { commands } = usePane();
  const { drafts, chosen, left } = importing;
  const plans = drafts.flatMap(({ name, outcome }, index) =>
    outcome.ok && index !== chosen && !isReport(outcome.value.reading.document)
      ? [{ name, index, title: outcome.value.reading.document.document.title }]
      : [],
  );
  if (chosen === null || plans.length === 0) return null;
  const t = texts.plans.documents;
  return (
    <Section title={t.together}>
      <Quiet small>{t.hint}</Quiet>
      <div role="group" aria-label={t.together}>
        {plans.map(({ name, index, title }) => (
          <div key={index}>
            <Checkbox
              label={`${title} (${name})`}
              checked={!left.includes(index)}
              onChange={(_, { checked }) => {
                commands.dispatch({
                  type: 'left',
                  left: checked === true ? left.filter((each) => each !== index) : [...left, index],
                });
              }}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** What the reader was not sure of, in each document that goes into the workbook. */
function Doubts({ importing }: { readonly importing: Previewing }) {
  const { commands } = usePane();
  const { drafts, chosen, left } = importing;
  return drafts.map(({ name, outcome }, index) =>
    outcome.ok && (index === chosen || (!left.includes(index) && !isReport(outcome.value.reading.document))) ? (
      <ReviewList
        key={`${index} ${name}`}
        document={outcome.value.reading.document}
        onChange={(document) => {
          commands.dispatch({ type: 'reviewed', draft: index, document });
        }}
      />
    ) : null,
  );
}

/** One workbook holds one report: of several, one is chosen. */
function DraftChoice({ drafts, chosen }: { readonly drafts: readonly Draft[]; readonly chosen: number | null }) {
  const { texts } = useTexts();
  const { commands } = usePane();
  const readable = drafts.flatMap(({ name, outcome }, index) =>
    outcome.ok ? [{ name, index, report: isReport(outcome.value.reading.document) }] : [],
  );
  const reports = readable.filter(({ report }) => report);
  // Beside a report, plans come along; among plans only, one is what the workbook is about.
  const choices = reports.length > 0 ? reports : readable;
  if (choices.length < 2) return null;
  return (
    <Field label={choices.some(({ report }) => report) ? texts.import.chooseDocument : texts.plans.documents.main}>
      <RadioGroup
        value={String(chosen)}
        onChange={(_, { value }) => {
          commands.dispatch({ type: 'chosen', chosen: Number(value) });
        }}
      >
        {choices.map(({ name, index }) => (
          <Radio key={index} value={String(index)} label={name} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Decision({ importing }: { readonly importing: Previewing }) {
  const styles = useStyles();
  const { commands, host } = usePane();
  const { texts } = useTexts();
  if (importing.step === 'applying') {
    const { done, total } = importing;
    return (
      <div className={styles.bar}>
        <span role="status">{texts.import.applying}</span>
        <ProgressBar aria-label={texts.import.applying} value={done} max={Math.max(total, 1)} />
        <Quiet small>{texts.import.applyingHint}</Quiet>
        <div className={styles.row}>
          <Button onClick={commands.cancel}>{texts.common.cancel}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        {importing.chosen !== null && (
          <Button
            appearance="primary"
            disabledFocusable={importing.comparison?.kind === 'comparing'}
            onClick={() => {
              void commands.apply();
            }}
          >
            {host.kind === 'excel' ? texts.import.applyExcel : texts.import.applyBrowser}
          </Button>
        )}
        <Button onClick={commands.closePreview}>
          {importing.chosen === null ? texts.common.back : texts.common.cancel}
        </Button>
      </div>
    </div>
  );
}
