import { Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { CREDIT_FIGURES } from '../../../figures/reconciliation/creditFigures';
import { figureLabel } from '../../../figures/reconciliation/creditLabels';
import type { CreditTotal } from '../../../figures/reconciliation/creditTotals';
import { KINDS } from '../../../plan/vocabulary';
import type { Book } from '../../ports/book';
import { Chips } from '../../components/Choice';
import { NoReport } from '../shared/EmptyState';
import { FigureList } from '../../components/FigureList';
import { Quiet, Screen, Section } from '../../components/Screen';
import { VirtualList } from '../../components/VirtualList';
import {
  directionsOf,
  filterCredits,
  listedCredits,
  needsAttention,
  shownTotals,
  type CreditFilter,
  type ListedCredit,
} from '../../model/creditLines';
import { planIndex } from '../../model/planIndex';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { directionText, kindText } from '../../../i18n/terms';
import { CreditItem } from './CreditItem';

/** Height of a credit with a title of one line, in CSS pixels. */
const ITEM_ESTIMATE = 150;

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
  gap: { paddingBottom: tokens.spacingVerticalS },
});

/** The reconciliation of credits per action. */
export function CreditScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  return state.book === null ? <NoReport title={texts.credits.title} /> : <Credits book={state.book} />;
}

function Credits({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, formats } = useTexts();
  const filter = state.credits;
  const t = texts.credits;
  const all = useMemo(
    () => listedCredits(planIndex(book.document), book.settings.thresholds),
    [book.document, book.settings.thresholds],
  );
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterCredits(all, deferred), [all, deferred]);
  if (all.length === 0) {
    return (
      <Screen title={t.title}>
        <Quiet>{t.nothing}</Quiet>
      </Screen>
    );
  }
  const own = all.filter(({ direction }) => direction === filter.direction);
  return (
    <Screen title={t.title}>
      <Quiet>{t.intro}</Quiet>
      <CreditFilters all={all} own={own} />
      {shownTotals(shown).map((total) => (
        <Totals key={total.year} total={total} />
      ))}
      <span role="status">{t.shown(formats.count(shown.length), formats.count(own.length))}</span>
      <Quiet small>{filter.direction === 'receipts' ? t.orderOfReceipts : t.order}</Quiet>
      {shown.length === 0 ? (
        <Quiet>{t.nothingFound}</Quiet>
      ) : (
        <VirtualList role="list" aria-label={t.list} items={shown} keyOf={keyOf} estimate={ITEM_ESTIMATE}>
          {(line) => (
            <div role="none" className={styles.gap}>
              <CreditItem line={line} />
            </div>
          )}
        </VirtualList>
      )}
    </Screen>
  );
}

interface CreditFiltersProps {
  readonly all: readonly ListedCredit[];
  /** Those of the direction that is shown. */
  readonly own: readonly ListedCredit[];
}

function CreditFilters({ all, own }: CreditFiltersProps) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats } = useTexts();
  const filter = state.credits;
  const t = texts.credits;
  const urgent = own.filter(needsAttention).length;
  const change = (part: Partial<typeof filter>): void => {
    commands.dispatch({ type: 'creditFilter', filter: { ...filter, ...part } });
  };
  return (
    <>
      <SearchBox
        className={styles.search}
        value={filter.search}
        aria-label={t.search}
        placeholder={t.search}
        dismiss={{ 'aria-label': texts.plan.clearSearch }}
        onChange={(_, { value }) => {
          change({ search: value });
        }}
      />
      <DirectionAndKind directions={directionsOf(all)} own={own} filter={filter} onChange={change} />
      {urgent > 0 && (
        <Checkbox
          label={`${t.onlyAttention} (${formats.count(urgent)})`}
          checked={filter.onlyAttention}
          onChange={(_, { checked }) => {
            change({ onlyAttention: checked === true });
          }}
        />
      )}
    </>
  );
}

interface DirectionAndKindProps {
  readonly directions: ReturnType<typeof directionsOf>;
  readonly own: readonly ListedCredit[];
  readonly filter: CreditFilter;
  readonly onChange: (part: Partial<CreditFilter>) => void;
}

/** Expenditure or receipts, never both; of another direction every kind is shown first. */
function DirectionAndKind({ directions, own, filter, onChange }: DirectionAndKindProps) {
  const { texts, language } = useTexts();
  const t = texts.credits;
  const kinds = KINDS.filter((kind) => own.some((line) => line.kind === kind));
  return (
    <>
      {directions.length > 1 && (
        <Chips
          label={t.direction}
          chips={directions.map((direction) => ({ value: direction, label: directionText(direction, language) }))}
          chosen={[filter.direction]}
          onChange={(chosen) => {
            onChange({
              direction: directions.find((direction) => direction === chosen.at(-1)) ?? filter.direction,
              kind: null,
              onlyAttention: false,
            });
          }}
        />
      )}
      <Chips
        label={t.kind}
        chips={kinds.map((kind) => ({ value: kind, label: kindText(kind, language) }))}
        chosen={filter.kind === null ? [] : [filter.kind]}
        onChange={(chosen) => {
          onChange({ kind: KINDS.find((kind) => kind === chosen.at(-1)) ?? null });
        }}
      />
    </>
  );
}

const keyOf = ({ key }: ListedCredit): string => key;

/** The total of what is shown, of one year and direction: the figures add up as they stand. */
function Totals({ total }: { readonly total: CreditTotal }) {
  const { texts, formats, language } = useTexts();
  const { credits: t, common } = texts;
  const { direction, year } = total;
  const title = t.totals(directionText(direction, language), year);
  const figures = [...formats.euros(CREDIT_FIGURES.flatMap((name) => total[name] ?? []))];
  const rows = CREDIT_FIGURES.map((name) => ({
    name: figureLabel(name, direction, language),
    figure: total[name] === null ? common.notPrinted : (figures.shift() ?? ''),
  }));
  return (
    <Section title={title}>
      <FigureList label={title} figures={rows} />
      <Quiet small>{t.addsUp[direction]}</Quiet>
    </Section>
  );
}
