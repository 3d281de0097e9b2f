import { Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { KINDS } from '../../../plan/vocabulary';
import type { Book } from '../../book';
import { Chips } from '../../components/Choice';
import { NoReport } from '../../components/EmptyState';
import { FigureList } from '../../components/FigureList';
import { Quiet, Screen, Section } from '../../components/Screen';
import { VirtualList } from '../../components/VirtualList';
import { creditLines, creditTotals, filterCredits, needsAttention, type CreditLine } from '../../model/creditLines';
import { planIndex } from '../../model/planIndex';
import { usePane, useTexts } from '../../state/context';
import { kindText } from '../../../i18n/terms';
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
  const { state, commands } = usePane();
  const { texts, formats, language } = useTexts();
  const filter = state.credits;
  const t = texts.credits;
  const all = useMemo(() => creditLines(planIndex(book.document)), [book.document]);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterCredits(all, deferred), [all, deferred]);
  const change = (part: Partial<typeof filter>): void => {
    commands.dispatch({ type: 'creditFilter', filter: { ...filter, ...part } });
  };
  const urgent = all.filter(needsAttention).length;
  if (all.length === 0) {
    return (
      <Screen title={t.title}>
        <Quiet>{t.nothing}</Quiet>
      </Screen>
    );
  }
  const kinds = KINDS.filter((kind) => all.some((line) => line.kind === kind));
  return (
    <Screen title={t.title}>
      <Quiet>{t.intro}</Quiet>
      <SearchBox
        className={styles.search}
        value={filter.search}
        aria-label={t.search}
        placeholder={t.search}
        dismiss={{ 'aria-label': texts.plan.clearSearch }}
        onChange={(_, { value }) => { change({ search: value }); }}
      />
      <Chips
        label={t.kind}
        chips={kinds.map((kind) => ({ value: kind, label: kindText(kind, language) }))}
        chosen={filter.kind === null ? [] : [filter.kind]}
        onChange={(chosen) => { change({ kind: KINDS.find((kind) => kind === chosen.at(-1)) ?? null }); }}
      />
      {urgent > 0 && <Checkbox label={`${t.onlyAttention} (${formats.count(urgent)})`} checked={filter.onlyAttention} onChange={(_, { checked }) => { change({ onlyAttention: checked === true }); }} />}
      <Totals lines={shown} />
      <span role="status">{t.shown(formats.count(shown.length), formats.count(all.length))}</span>
      <Quiet small>{t.order}</Quiet>
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

const keyOf = ({ key }: CreditLine): string => key;

/** Sums of what is shown. */
function Totals({ lines }: { readonly lines: readonly CreditLine[] }) {
  const { texts, formats } = useTexts();
  const t = texts.credits;
  const { overrun, ...totals } = creditTotals(lines);
  const measures = [
    { name: t.final, cents: totals.final },
    { name: t.actual, cents: totals.actual },
    { name: t.left, cents: totals.left },
    { name: t.carried, cents: totals.carried },
    { name: t.lapsed, cents: totals.lapsed },
    ...(overrun === 0 ? [] : [{ name: t.overrun, cents: overrun }]),
  ];
  const figures = formats.euros(measures.map(({ cents }) => cents));
  return (
    <Section title={t.totals}>
      <FigureList label={t.totals} figures={measures.map(({ name }, at) => ({ name, figure: figures[at] ?? '' }))} />
    </Section>
  );
}
