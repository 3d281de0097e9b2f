import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { blankProfile, draftProfile } from '../../../read/outline/draft';
import { previewProfile } from '../../../read/outline/preview';
import { readProfileText, type OutlineProfile, type ProfileProblem } from '../../../read/outline/profile';
import { nameDocument, type Taught, type TeachProblem } from '../../../read/outline/teach';
import { Disclosure } from '../../components/Disclosure';
import { Quiet, Screen, Section } from '../../components/Screen';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { ImportState } from '../../state/state';
import { LevelList } from './LevelList';
import { LineList } from './LineList';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  wide: { gridColumn: '1 / -1' },
  shrink: { minWidth: 0 },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  start: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS },
  json: { minHeight: '12em', fontFamily: tokens.fontFamilyMonospace },
  problems: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

type Profiling = Extract<ImportState, { step: 'profile' }>;

/** A plan nobody described yet: its levels and marks, put right by example, with what comes of it at once. */
export function ProfileScreen({ importing }: { readonly importing: Profiling }) {
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const { name, lines } = importing;
  const [drafted] = useState(() => draftProfile(lines, withoutExtension(name)));
  const [profile, setProfile] = useState<OutlineProfile>(() => drafted ?? blankProfile(lines, withoutExtension(name)));
  const [problem, setProblem] = useState<TeachProblem | null>(null);
  const preview = useMemo(() => previewProfile(lines, profile), [lines, profile]);
  const take = (taught: Taught): boolean => {
    if (taught.ok) setProfile(taught.value);
    setProblem(taught.ok ? null : taught.failure);
    return taught.ok;
  };
  return (
    <Screen title={t.title} occasion="profile">
      <Quiet>{t.intro(name)}</Quiet>
      {drafted === null && <Quiet>{t.noDraft}</Quiet>}
      <DocumentFields profile={profile} onChange={setProfile} />
      <Section title={t.levels}>
        <LevelList profile={profile} preview={preview} onChange={take} />
        <div role="status">
          <Quiet small>
            {t.unrecognised(preview.unrecognised.length)} {t.others(preview.indicators, preview.tables.length)}
          </Quiet>
        </div>
        {problem !== null && <p role="alert">{t.problems[problem]}</p>}
      </Section>
      <ProfileText key={JSON.stringify(profile)} profile={profile} onUse={setProfile} />
      <Section title={t.lines}>
        <Quiet>{t.linesHint}</Quiet>
        <LineList profile={profile} preview={preview} onTeach={take} />
      </Section>
      <ProfileButtons importing={importing} profile={profile} />
    </Screen>
  );
}

/** Reads the plan by the profile, or leaves it as it was. */
function ProfileButtons({
  importing: { drafts, left, profiles, answers },
  profile,
}: {
  readonly importing: Profiling;
  readonly profile: OutlineProfile;
}) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts } = useTexts();
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        onClick={() => {
          void commands.readFiles(
            drafts.map(({ file }) => file),
            [...profiles, profile],
          );
        }}
      >
        {texts.plans.profile.read}
      </Button>
      <Button
        onClick={() => {
          commands.dispatch({
            type: 'importing',
            importing: { step: 'preview', drafts, left, profiles, answers, chosen: firstRead(drafts) },
          });
        }}
      >
        {texts.common.cancel}
      </Button>
    </div>
  );
}

const withoutExtension = (name: string): string => name.replace(/\.[^.]+$/, '');

function firstRead(drafts: Profiling['drafts']): number | null {
  const at = drafts.findIndex(({ outcome }) => outcome.ok);
  return at < 0 ? null : at;
}

/** Title and years of the plan. */
function DocumentFields({
  profile,
  onChange,
}: {
  readonly profile: OutlineProfile;
  readonly onChange: (profile: OutlineProfile) => void;
}) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.profile;
  const { title, period } = profile.document;
  const [years, setYears] = useState({ from: period?.from.slice(0, 4) ?? '', to: period?.to.slice(0, 4) ?? '' });
  const change = (next: typeof years): void => {
    setYears(next);
    const whole = /^\d{4}$/.test(next.from) && /^\d{4}$/.test(next.to) && next.from <= next.to;
    onChange(nameDocument(profile, title, whole ? { from: `${next.from}-01-01`, to: `${next.to}-12-31` } : null));
  };
  return (
    <div className={styles.fields}>
      <Field label={t.documentTitle} size="small" className={styles.wide}>
        <Input
          size="small"
          className={styles.shrink}
          input={{ className: styles.shrink }}
          value={title}
          maxLength={120}
          onChange={(_, { value }) => {
            onChange({ ...profile, document: { ...profile.document, title: value } });
          }}
        />
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t[end]} size="small">
          <Input
            size="small"
            inputMode="numeric"
            maxLength={4}
            className={styles.shrink}
            input={{ className: styles.shrink }}
            value={years[end]}
            onChange={(_, { value }) => {
              change({ ...years, [end]: value });
            }}
          />
        </Field>
      ))}
    </div>
  );
}

/** The profile as text: to keep elsewhere, or to put another in its place. */
function ProfileText({
  profile,
  onUse,
}: {
  readonly profile: OutlineProfile;
  readonly onUse: (profile: OutlineProfile) => void;
}) {
  const styles = useStyles();
  const { texts, language } = useTexts();
  const t = texts.plans.profile;
  const [text, setText] = useState(() => JSON.stringify(profile, null, 2));
  const [problems, setProblems] = useState<readonly ProfileProblem[]>([]);
  const use = (): void => {
    const read = readProfileText(text, language);
    setProblems(read.ok ? [] : read.failure);
    if (read.ok) onUse(read.value);
  };
  return (
    <Disclosure summary={t.json}>
      <Field label={t.json} hint={t.jsonHint}>
        <Textarea
          resize="vertical"
          textarea={{ className: styles.json }}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {problems.length > 0 && (
        <div role="alert">
          {t.badFile}
          <ul className={styles.problems}>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{path === '' ? message : `${path}: ${message}`}</li>
            ))}
          </ul>
        </div>
      )}
      <Button size="small" className={styles.start} onClick={use}>
        {t.useJson}
      </Button>
    </Disclosure>
  );
}
