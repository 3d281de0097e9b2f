import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Chips, Choice } from '../../components/Choice';
import { Section } from '../../components/Screen';
import type { Book } from '../../ports/book';
import { activeFilters, EVERYTHING, NO_EVALUATION, type FindingFilter, type MoneyFilter } from '../../model/planRows';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { UNKNOWN_STATUS } from '../../../plan/status';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  clear: { alignSelf: 'flex-start' },
});

const MONEY: readonly MoneyFilter[] = ['any', 'with', 'without', 'overrun'];
const FINDINGS: readonly FindingFilter[] = ['any', 'with', 'errors'];

/** Filters on status, level, money and findings. */
export function PlanFilters({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const { filter } = state.plan;
  const t = texts.plan;
  const change = (part: Partial<typeof filter>): void => {
    commands.dispatch({ type: 'planFilter', filter: { ...filter, ...part } });
  };
  const { nodes, levels } = book.document;
  const hasUnknown = nodes.some(({ evaluation }) => evaluation?.status === UNKNOWN_STATUS);
  const statuses = [
    ...book.settings.statuses.map(({ code, label }) => ({ value: code, label })),
    ...(hasUnknown ? [{ value: UNKNOWN_STATUS, label: texts.common.unknown }] : []),
    { value: NO_EVALUATION, label: t.noEvaluation },
  ];
  const money: Readonly<Record<MoneyFilter, string>> = {
    any: t.moneyAny,
    with: t.moneyWith,
    without: t.moneyWithout,
    overrun: t.moneyOverrun,
  };
  const findings: Readonly<Record<FindingFilter, string>> = {
    any: t.findingsAny,
    with: t.findingsWith,
    errors: t.findingsErrors,
  };
  return (
    <div className={styles.box}>
      <Section title={t.status}>
        <Chips
          label={t.status}
          chips={statuses}
          chosen={filter.statuses}
          onChange={(chosen) => {
            change({ statuses: chosen });
          }}
        />
      </Section>
      <Section title={t.level}>
        <Chips
          label={t.level}
          chips={levels.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.levels}
          onChange={(chosen) => {
            change({ levels: chosen });
          }}
        />
      </Section>
      <Choice
        label={t.money}
        value={filter.money}
        options={MONEY.map((value) => ({ value, label: money[value] }))}
        onChange={(value) => {
          change({ money: MONEY.find((one) => one === value) ?? 'any' });
        }}
      />
      <Choice
        label={t.findings}
        value={filter.findings}
        options={FINDINGS.map((value) => ({ value, label: findings[value] }))}
        onChange={(value) => {
          change({ findings: FINDINGS.find((one) => one === value) ?? 'any' });
        }}
      />
      {activeFilters(filter) > 0 && (
        <Button
          size="small"
          className={styles.clear}
          onClick={() => {
            change({ ...EVERYTHING, search: filter.search });
          }}
        >
          {t.clearFilters}
        </Button>
      )}
    </div>
  );
}
