import { makeStyles, tokens } from '@fluentui/react-components';
import type { TextPiece } from '../../changes/wordDifferences';

/** Of a long stretch that did not change, as much as shows where the change stands. */
const CONTEXT = 40;

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  old: {
    color: tokens.colorPaletteRedForeground1,
    textDecorationLine: 'line-through',
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  new: {
    color: tokens.colorPaletteGreenForeground1,
    textDecorationLine: 'underline',
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
});

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT) return text;
  const [start, end] = [text.slice(0, CONTEXT), text.slice(-CONTEXT)];
  return isFirst ? `… ${end}` : isLast ? `${start} …` : `${start} … ${end}`;
}

/** Two texts as one: what went is struck through, what came is underlined; marks as well as colours. */
export function WordDifference({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  const styles = useStyles();
  return (
    <p className={styles.text}>
      {pieces.map(({ text, in: where }, index) => {
        if (where === 'both') return shortened(text, index === 0, index === pieces.length - 1);
        return where === 'old' ? (
          <del key={index} className={styles.old}>
            {text}
          </del>
        ) : (
          <ins key={index} className={styles.new}>
            {text}
          </ins>
        );
      })}
    </p>
  );
}
