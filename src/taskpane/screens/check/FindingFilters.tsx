import { makeStyles, tokens } from '@fluentui/react-components';
import { SEVERITIES } from '../../../plan/finding';
import { Chips, Choice } from '../../components/Choice';
import { SeverityIcon } from '../../components/SeverityIcon';
import { PLAN_PLACE, SOURCE_PLACE, type AnswerFilter, type FindingsView } from '../../model/findingList';
import { useTexts } from '../../components/texts';
import { usePane } from '../../state/context';
import { labelOfPart } from '../../../schema/rows/labels';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

const EVERY = '';
const ANSWERS: readonly AnswerFilter[] = ['open', 'answered', 'all'];

/** Filters on severity, kind of check, place and answer; each choice says how many findings it would show. */
export function FindingFilters({ view }: { readonly view: FindingsView }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats, language } = useTexts();
  const { filter } = state.check;
  const t = texts.check;
  const change = (part: Partial<typeof filter>): void => {
    commands.dispatch({ type: 'findingsFilter', filter: { ...filter, ...part } });
  };
  const counted = (label: string, count: number): string => `${label} (${formats.count(count)})`;
  const placeName = (place: string): string => {
    if (place === PLAN_PLACE) return t.plan;
    return place === SOURCE_PLACE ? texts.plan.source : labelOfPart(place, language);
  };
  const answers: Readonly<Record<AnswerFilter, string>> = {
    open: t.stateOpen,
    answered: t.stateAnswered,
    all: t.stateAll,
  };
  return (
    <>
      <Chips
        label={t.severity}
        chips={SEVERITIES.map((severity) => ({
          value: severity,
          label: `${formats.count(view.bySeverity[severity])} ${texts.common.severities[severity][view.bySeverity[severity] === 1 ? 'one' : 'many']}`,
          icon: <SeverityIcon severity={severity} named={false} />,
        }))}
        chosen={filter.severities}
        onChange={(chosen) => {
          change({ severities: SEVERITIES.filter((severity) => chosen.includes(severity)) });
        }}
      />
      <div className={styles.choices}>
        <Choice
          label={t.family}
          value={filter.family ?? EVERY}
          options={[
            { value: EVERY, label: t.everyFamily },
            ...view.families.map(({ family, count }) => ({
              value: family,
              label: counted(t.families[family] ?? family, count),
            })),
          ]}
          onChange={(value) => {
            change({ family: value === EVERY ? null : value });
          }}
        />
        <Choice
          label={t.place}
          value={filter.place ?? EVERY}
          options={[
            { value: EVERY, label: t.everyPlace },
            ...view.places.map(({ place, count }) => ({ value: place, label: counted(placeName(place), count) })),
          ]}
          onChange={(value) => {
            change({ place: value === EVERY ? null : value });
          }}
        />
        <Choice
          label={t.state}
          value={filter.answer}
          options={ANSWERS.map((value) => ({ value, label: answers[value] }))}
          onChange={(value) => {
            change({ answer: ANSWERS.find((answer) => answer === value) ?? 'open' });
          }}
        />
      </div>
    </>
  );
}
