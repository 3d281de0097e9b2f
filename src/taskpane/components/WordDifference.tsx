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

/** Texts that have less than this in common were written anew: word by word they cannot be read. */
const LEAST_SHARED = 0.4;

const lengthOf = (pieces: readonly TextPiece[], ...where: readonly TextPiece['in'][]): number =>
  pieces.reduce((sum, piece) => sum + (where.includes(piece.in) ? piece.text.length : 0), 0);

/** The pieces as they can be read: of a text that was written anew, the old one and the new one. */
function readable(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const longest = Math.max(lengthOf(pieces, 'both', 'old'), lengthOf(pieces, 'both', 'new'));
  if (lengthOf(pieces, 'both') >= LEAST_SHARED * longest) return pieces;
  const side = (other: 'old' | 'new'): string =>
    pieces.flatMap(({ text, in: where }) => (where === other ? [] : [text])).join('');
  return [
    { text: side('new'), in: 'old' },
    { text: '\n', in: 'both' },
    { text: side('old'), in: 'new' },
  ];
}

/** Two texts as one: what went is struck through, what came is underlined; marks as well as colours. */
export function WordDifference({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  const styles = useStyles();
  const shown = readable(pieces);
  return (
    <p className={styles.text}>
      {shown.map(({ text, in: where }, index) => {
        if (where === 'both') return shortened(text, index === 0, index === shown.length - 1);
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
