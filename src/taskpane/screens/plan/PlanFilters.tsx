import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Chips, Choice, type Chip } from '../../components/Choice';
import { Section } from '../../components/Screen';
import type { Book } from '../../ports/book';
import {
  activeFilters,
  EVERYTHING,
  NO_EVALUATION,
  type FindingFilter,
  type MoneyFilter,
  type PlanFilter,
} from '../../model/planRows';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import type { PaneTexts } from '../../../i18n/pane/paneTexts';
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
  return (
    <div className={styles.box}>
      <Section title={t.status}>
        <Chips
          label={t.status}
          chips={statusChips(book, texts)}
          chosen={filter.statuses}
          onChange={(statuses) => {
            change({ statuses });
          }}
        />
      </Section>
      <Section title={t.level}>
        <Chips
          label={t.level}
          chips={book.document.levels.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={filter.levels}
          onChange={(levels) => {
            change({ levels });
          }}
        />
      </Section>
      <MoneyAndFindings filter={filter} onChange={change} />
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

/** The board's statuses, "unknown" where the plan has any, and none at all. */
function statusChips({ document, settings }: Book, texts: PaneTexts): readonly Chip[] {
  const hasUnknown = document.nodes.some(({ evaluation }) => evaluation?.status === UNKNOWN_STATUS);
  return [
    ...settings.statuses.map(({ code, label }) => ({ value: code, label })),
    ...(hasUnknown ? [{ value: UNKNOWN_STATUS, label: texts.common.unknown }] : []),
    { value: NO_EVALUATION, label: texts.plan.noEvaluation },
  ];
}

function MoneyAndFindings({
  filter,
  onChange,
}: {
  readonly filter: PlanFilter;
  readonly onChange: (part: Partial<PlanFilter>) => void;
}) {
  const { texts } = useTexts();
  const t = texts.plan;
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
    <>
      <Choice
        label={t.money}
        value={filter.money}
        options={MONEY.map((value) => ({ value, label: money[value] }))}
        onChange={(value) => {
          onChange({ money: MONEY.find((one) => one === value) ?? 'any' });
        }}
      />
      <Choice
        label={t.findings}
        value={filter.findings}
        options={FINDINGS.map((value) => ({ value, label: findings[value] }))}
        onChange={(value) => {
          onChange({ findings: FINDINGS.find((one) => one === value) ?? 'any' });
        }}
      />
    </>
  );
}
