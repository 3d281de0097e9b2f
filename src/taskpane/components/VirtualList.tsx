import {
  createContext,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactNode,
  type RefObject,
} from 'react';
import { makeStyles } from '@fluentui/react-components';

/** The element that scrolls: the page below the navigation. */
export const ScrollContext = createContext<RefObject<HTMLElement | null> | null>(null);

/** Rows this far (CSS pixels) outside the view are drawn too, so that a fast scroll shows no gap. */
const OVERSCAN = 600;

/** The view of a host that does not lay out (tests). */
const UNKNOWN_VIEW = 800;

const useStyles = makeStyles({
  list: { position: 'relative', overflowAnchor: 'none' },
  row: { position: 'absolute', left: 0, right: 0, top: 0 },
});

interface VirtualListProps<Item> extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of a row that was never drawn, in CSS pixels. */
  readonly estimate: number;
  /** A row that is drawn wherever the view is, since it may hold the focus; -1 for none. */
  readonly kept?: number;
  readonly children: (item: Item, index: number) => ReactNode;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Index of the last offset at or before a position. */
function rowAt(offsets: Float64Array, position: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle] ?? Infinity) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offsetsOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  heights: ReadonlyMap<string, number>,
  estimate: number,
): Float64Array {
  const offsets = new Float64Array(items.length + 1);
  items.forEach((item, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + (heights.get(keyOf(item)) ?? estimate);
  });
  return offsets;
}

/** A long list of which only the rows in view are in the page. Rows may have any height: they are measured when drawn. */
export function VirtualList<Item>({ items, keyOf, estimate, kept = -1, children, ...rest }: VirtualListProps<Item>) {
  const styles = useStyles();
  const scroller = use(ScrollContext);
  const list = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const [range, setRange] = useState<Range>({ first: 0, last: Math.ceil((UNKNOWN_VIEW + OVERSCAN) / estimate) });
  const offsets = useMemo(
    () => offsetsOf(items, keyOf, heights.current, estimate),
    // A measurement changes the heights behind the ref.
    [items, keyOf, estimate, measured],
  );

  const update = useCallback(() => {
    const [view, own] = [scroller?.current, list.current];
    if (!view || !own) return;
    const top = view.getBoundingClientRect().top - own.getBoundingClientRect().top;
    const height = view.clientHeight > 0 ? view.clientHeight : UNKNOWN_VIEW;
    const first = rowAt(offsets, top - OVERSCAN);
    const last = rowAt(offsets, top + height + OVERSCAN);
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [offsets, scroller]);

  useLayoutEffect(() => {
    const view = scroller?.current;
    update();
    if (!view) return undefined;
    view.addEventListener('scroll', update, { passive: true });
    window.addEventListener('resize', update);
    return () => {
      view.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    };
  }, [update, scroller]);

  const observer = useRowHeights(heights, setMeasured);
  const shown: number[] = [];
  for (let index = range.first; index <= Math.min(range.last, items.length - 1); index += 1) shown.push(index);
  if (kept >= 0 && kept < items.length && !shown.includes(kept)) shown.push(kept);

  return (
    <div {...rest} ref={list} className={styles.list} style={{ height: offsets[items.length] }}>
      {shown
        .sort((one, other) => one - other)
        .map((index) => {
          const item = items[index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            <div
              key={key}
              role="none"
              ref={observer}
              data-row={key}
              className={styles.row}
              style={{ transform: `translateY(${offsets[index] ?? 0}px)` }}
            >
              {children(item, index)}
            </div>
          );
        })}
    </div>
  );
}

/** Gives the ref for rows; keeps their measured heights by key, and says when one changed. */
function useRowHeights(heights: RefObject<Map<string, number>>, changed: (count: (before: number) => number) => void) {
  const observer = useRef<ResizeObserver | null>(null);
  return useCallback(
    (row: HTMLDivElement | null) => {
      if (!row || typeof ResizeObserver === 'undefined') return undefined;
      observer.current ??= new ResizeObserver((entries) => {
        let moved = false;
        for (const { target, borderBoxSize } of entries) {
          const key = target instanceof HTMLElement ? target.dataset.row : undefined;
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (key === undefined || height === 0 || heights.current.get(key) === height) continue;
          heights.current.set(key, height);
          moved = true;
        }
        if (moved) changed((before) => before + 1);
      });
      const own = observer.current;
      own.observe(row);
      return () => {
        own.unobserve(row);
      };
    },
    [heights, changed],
  );
}
