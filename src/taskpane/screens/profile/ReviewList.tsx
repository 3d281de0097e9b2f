import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanDocument, PlanNode } from '../../../plan/document';
import {
  acceptReview,
  demote,
  mergeWithPrevious,
  promote,
  split,
  turnIntoText,
  type Restructured,
  type RestructureProblem,
} from '../../../plan/restructure';
import type { ReviewItem } from '../../../plan/review';
import { Choice } from '../../components/Choice';
import { Disclosure } from '../../components/Disclosure';
import { Quiet } from '../../components/Screen';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'flex-end' },
  button: { minWidth: 'auto' },
  start: { alignSelf: 'flex-start' },
});

/** Doubts shown at once. */
const PAGE = 15;

interface ReviewListProps {
  readonly document: PlanDocument;
  readonly onChange: (document: PlanDocument) => void;
}

/** What the reader was not sure of, to be put right or accepted before anything is written. */
export function ReviewList({ document, onChange }: ReviewListProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.review;
  const [shown, setShown] = useState(PAGE);
  const reviews = document.reviews ?? [];
  const open = reviews.filter(({ state }) => state === 'open');
  if (reviews.length === 0) return null;
  return (
    <Disclosure summary={`${document.document.title}: ${t.title(open.length)}`}>
      <Quiet small>{open.length === 0 ? t.none : t.hint}</Quiet>
      <ul className={styles.list}>
        {open.slice(0, shown).map((review) => (
          <Doubt key={review.id} review={review} document={document} onChange={onChange} />
        ))}
      </ul>
      {open.length > shown && (
        <Button
          size="small"
          className={styles.start}
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {t.more}
        </Button>
      )}
    </Disclosure>
  );
}

/** Places where a title can be cut: before each word but the first. */
function cuts(title: string): readonly { readonly at: number; readonly label: string }[] {
  return [...title.matchAll(/ +(?=\S)/g)].map((match) => {
    const at = match.index + match[0].length;
    return { at, label: title.slice(at, at + SHOWN_WORDS) };
  });
}

const SHOWN_WORDS = 28;

type DoubtProps = ReviewListProps & { readonly review: ReviewItem };

function Doubt({ review, document, onChange }: DoubtProps) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  const t = texts.plans.review;
  const [problem, setProblem] = useState<RestructureProblem | null>(null);
  const node = document.nodes.find(({ id }) => id === review.node);
  const level = node && document.levels.find(({ id }) => id === node.level);
  const take = (done: Restructured): void => {
    setProblem(done.ok ? null : done.failure);
    if (done.ok) onChange(done.value);
  };
  return (
    <li className={styles.item}>
      <p className={styles.text}>“{review.text}”</p>
      <Quiet small>
        {texts.common.line(formats.count(review.line))} · {t.reasons[review.reason]}
        {level ? ` · ${t.level} ${level.name}` : ''}
      </Quiet>
      <Remedies review={review} document={document} node={node} onTake={take} />
      {problem !== null && (
        <p role="alert" className={styles.text}>
          {t.problems[problem]}
        </p>
      )}
    </li>
  );
}

interface RemediesProps {
  readonly review: ReviewItem;
  readonly document: PlanDocument;
  readonly node: PlanNode | undefined;
  readonly onTake: (done: Restructured) => void;
}

/** What puts a node elsewhere. */
const MOVES = [
  ['promote', promote],
  ['demote', demote],
  ['merge', mergeWithPrevious],
  ['toText', turnIntoText],
] as const;

/** What can be done about a doubt: accept it, put the node elsewhere, or cut its title in two. */
function Remedies({ review, document, node, onTake }: RemediesProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.review;
  const [splitting, setSplitting] = useState(false);
  const places = node ? cuts(node.title) : [];
  const [at, setAt] = useState(String(places[0]?.at ?? 0));
  const movable = node !== undefined && review.reason !== 'label' && review.reason !== 'unmarked';
  const id = node?.id ?? '';
  const toggleSplitting = (): void => {
    setSplitting(!splitting);
  };
  const splitThere = (): void => {
    onTake(split(document, id, Number(at)));
  };
  const remedies: readonly (readonly [label: string, run: () => Restructured])[] = [
    [t.accept, () => acceptReview(document, review.id)],
    ...(movable ? MOVES.map(([name, move]) => [t[name], () => move(document, id)] as const) : []),
  ];
  return (
    <>
      <div className={styles.row} role="group" aria-label={review.text}>
        {remedies.map(([label, run], index) => (
          <Button
            key={label}
            size="small"
            appearance={index === 0 ? 'primary' : 'secondary'}
            className={styles.button}
            onClick={() => {
              onTake(run());
            }}
          >
            {label}
          </Button>
        ))}
        {movable && places.length > 0 && (
          <Button size="small" className={styles.button} aria-expanded={splitting} onClick={toggleSplitting}>
            {t.split}
          </Button>
        )}
      </div>
      {splitting && <SplitChoice places={places} at={at} onChange={setAt} onSplit={splitThere} />}
    </>
  );
}

interface SplitChoiceProps {
  readonly places: ReturnType<typeof cuts>;
  readonly at: string;
  readonly onChange: (at: string) => void;
  readonly onSplit: () => void;
}

/** Where a title that holds two is cut. */
function SplitChoice({ places, at, onChange, onSplit }: SplitChoiceProps) {
  const styles = useStyles();
  const { texts } = useTexts();
  const t = texts.plans.review;
  return (
    <div className={styles.row}>
      <Choice
        label={t.splitAt}
        value={at}
        options={places.map((place) => ({ value: String(place.at), label: place.label }))}
        onChange={onChange}
      />
      <Button size="small" onClick={onSplit}>
        {t.split}
      </Button>
    </div>
  );
}
