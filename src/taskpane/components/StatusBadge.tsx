import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { statusByCode, UNKNOWN_STATUS, type StatusVocabulary } from '../../plan/status';
import type { Evaluation } from '../../plan/document';
import { luminance } from './theme';

const useStyles = makeStyles({
  badge: {
    display: 'inline-block',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  // The colours come as properties of the element, so that contrast themes can lay theirs over them.
  colored: {
    color: 'var(--status-ink)',
    backgroundColor: 'var(--status-fill)',
    '@media (forced-colors: active)': { color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  plain: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground3 },
});

const INK = '#1f2933';
const PAPER = '#ffffff';

/** From this luminance on, dark ink reads better than white (contrast of both is equal at 0.18). */
const INK_FROM = 0.2;

export const inkOn = (color: string): string => ((luminance(color) ?? 1) >= INK_FROM ? INK : PAPER);

interface StatusBadgeProps {
  readonly evaluation: Pick<Evaluation, 'status' | 'statusText'>;
  readonly vocabulary: StatusVocabulary;
}

/** A status in the colour the board gave it; one it does not know stands as printed. */
export function StatusBadge({ evaluation, vocabulary }: StatusBadgeProps) {
  const styles = useStyles();
  const term = statusByCode(vocabulary, evaluation.status);
  if (!term) {
    const text = evaluation.statusText || (evaluation.status === UNKNOWN_STATUS ? '?' : evaluation.status);
    return text === '' ? null : <span className={mergeClasses(styles.badge, styles.plain)}>{text}</span>;
  }
  const color = `#${term.color}`;
  const colors: Readonly<Record<string, string>> = { '--status-fill': color, '--status-ink': inkOn(color) };
  return (
    <span className={mergeClasses(styles.badge, styles.colored)} style={colors}>
      {term.label}
    </span>
  );
}
