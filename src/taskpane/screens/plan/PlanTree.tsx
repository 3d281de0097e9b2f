import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { memo, useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import type { Finding } from '../../../plan/finding';
import type { StatusVocabulary } from '../../../plan/status';
import { SeverityIcon } from '../../components/SeverityIcon';
import { StatusBadge } from '../../components/StatusBadge';
import { focusIsLost } from '../../components/useLostFocus';
import { VirtualList } from '../../components/VirtualList';
import type { Book } from '../../ports/book';
import type { PlanRow } from '../../model/planRows';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { moveInTree } from './treeKeys';

/** Height of a row with a title of two lines, in CSS pixels. */
const ROW_ESTIMATE = 66;

/** Deeper levels are indented no further: the pane is narrow. */
const MAX_INDENTS = 5;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  context: { color: tokens.colorNeutralForeground2 },
  toggle: {
    display: 'flex',
    flexShrink: 0,
    width: '20px',
    height: '20px',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: '16px',
    color: tokens.colorNeutralForeground3,
  },
  body: { minWidth: 0, flexGrow: 1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  code: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  title: { overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'flex', marginLeft: 'auto' },
});

interface PlanTreeProps {
  readonly rows: readonly PlanRow[];
  readonly book: Book;
  readonly openFindings: ReadonlyMap<string, readonly Finding[]>;
}

const keyOf = ({ node }: PlanRow): string => node.id;

/** The tree of the plan: one stop for the tab key, arrows inside, Enter opens the card. */
export function PlanTree({ rows, book, openFindings }: PlanTreeProps) {
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const tree = useRef<HTMLDivElement>(null);
  const { focused, opened } = state.plan;
  const at = Math.max(
    rows.findIndex(({ node }) => node.id === focused),
    0,
  );
  const wantsFocus = useRef(false);

  const toggle = useCallback(
    (id: string, open: boolean) => {
      const next = new Set(opened);
      if (open) next.add(id);
      else next.delete(id);
      commands.dispatch({ type: 'planOpened', opened: next });
    },
    [commands, opened],
  );
  useEffect(() => {
    if (!wantsFocus.current && !(focused !== null && focusIsLost())) return;
    wantsFocus.current = false;
    tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  }, [focused, at]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const move = moveInTree(rows, at, event.key);
    if (move === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    switch (move.kind) {
      case 'focus':
        wantsFocus.current = true;
        commands.dispatch({ type: 'planFocused', node: move.id });
        break;
      case 'toggle':
        toggle(move.id, move.open);
        break;
      case 'choose':
        commands.openCard(move.id);
        break;
    }
  };

  return (
    <div ref={tree} role="tree" aria-label={texts.plan.tree} onKeyDown={onKeyDown}>
      <VirtualList role="none" items={rows} keyOf={keyOf} estimate={ROW_ESTIMATE} kept={at}>
        {(row, index) => (
          <TreeRow
            row={row}
            active={index === at}
            vocabulary={book.settings.statuses}
            findings={openFindings.get(row.node.id)}
            onToggle={toggle}
            onOpen={commands.openCard}
          />
        )}
      </VirtualList>
    </div>
  );
}

interface TreeRowProps {
  readonly row: PlanRow;
  readonly active: boolean;
  readonly vocabulary: StatusVocabulary;
  readonly findings: readonly Finding[] | undefined;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onOpen: (id: string) => void;
}

const TreeRow = memo(function TreeRow({ row, active, vocabulary, findings, onToggle, onOpen }: TreeRowProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const { node, depth, parts, open, context, position, siblings } = row;
  const [gravest] = findings ?? [];
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <div
      role="treeitem"
      tabIndex={active ? 0 : -1}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={active}
      {...(parts > 0 ? { 'aria-expanded': open } : {})}
      className={mergeClasses(styles.row, context && styles.context)}
      style={{ paddingLeft: `${4 + Math.min(depth, MAX_INDENTS) * 12}px` }}
      onClick={() => {
        onOpen(node.id);
      }}
    >
      <span
        className={styles.toggle}
        aria-hidden
        onClick={(event) => {
          if (parts === 0) return;
          event.stopPropagation();
          onToggle(node.id, !open);
        }}
      >
        {parts > 0 && <Chevron />}
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          {node.code !== null && <span className={styles.code}>{node.code}</span>}
          {node.evaluation && <StatusBadge evaluation={node.evaluation} vocabulary={vocabulary} />}
          {gravest && (
            <span className={styles.mark} role="img" aria-label={texts.plan.findingCount(findings?.length ?? 0)}>
              <SeverityIcon severity={gravest.severity} named={false} />
            </span>
          )}
        </div>
        <div className={mergeClasses(styles.title, depth === 0 && styles.strong)}>{node.title}</div>
      </div>
    </div>
  );
});
