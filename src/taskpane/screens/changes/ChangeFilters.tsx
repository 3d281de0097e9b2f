import { makeStyles, tokens } from '@fluentui/react-components';
import { Choice } from '../../components/Choice';
import { useTexts } from '../../components/texts';
import { CHANGE_SIZES, CHANGE_SORTS, type ChangesFilter } from '../../model/changesFilter';
import { fits, plansWith, type ListedChange } from '../../model/changeList';
import type { Book } from '../../ports/book';
import { usePane } from '../../state/context';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

const EVERY = '*';

/** Titles longer than this are cut in the list of a choice. */
const SHOWN_TITLE = 40;

/** Which changes are shown: of a plan, of a kind, from a size on. */
export function ChangeFilters({ all, book }: { readonly all: readonly ListedChange[]; readonly book: Book }) {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts, formats } = useTexts();
  const t = texts.changes.list;
  const filter = state.changes;
  const change = (part: Partial<ChangesFilter>): void => {
    commands.dispatch({ type: 'changesFilter', filter: { ...filter, ...part } });
  };
  const counted = (label: string, part: Partial<ChangesFilter>): string =>
    `${label} (${formats.count(all.filter((one) => fits(one, { ...filter, ...part })).length)})`;
  const titleOf = (id: string): string => {
    const node = [...book.document.nodes, ...book.imported.nodes].find((each) => each.id === id);
    const title = [node?.code, node?.title].filter(Boolean).join(' ');
    return title.length > SHOWN_TITLE ? `${title.slice(0, SHOWN_TITLE)}…` : title || id;
  };
  const sorts = CHANGE_SORTS.filter((sort) => all.some((one) => one.sort === sort));
  return (
    <div className={styles.choices}>
      <Choice
        label={t.plan}
        value={filter.plan ?? EVERY}
        options={[
          { value: EVERY, label: counted(t.everyPlan, { plan: null }) },
          ...plansWith(all, book.document).map((plan) => ({
            value: plan,
            label: counted(plan === '' ? t.noPlan : titleOf(plan), { plan }),
          })),
        ]}
        onChange={(plan) => {
          change({ plan: plan === EVERY ? null : plan });
        }}
      />
      <Choice
        label={t.sort}
        value={filter.sort ?? EVERY}
        options={[
          { value: EVERY, label: counted(t.everySort, { sort: null }) },
          ...sorts.map((sort) => ({ value: sort, label: counted(t.sorts[sort], { sort }) })),
        ]}
        onChange={(value) => {
          change({ sort: CHANGE_SORTS.find((sort) => sort === value) ?? null });
        }}
      />
      <Choice
        label={t.size}
        value={filter.size === null ? EVERY : String(filter.size)}
        options={[
          { value: EVERY, label: t.everySize },
          ...CHANGE_SIZES.map((size) => ({
            value: String(size),
            label: counted(t.atLeast(formats.count(size)), { size }),
          })),
        ]}
        onChange={(value) => {
          change({ size: CHANGE_SIZES.find((size) => String(size) === value) ?? null });
        }}
      />
    </div>
  );
}
