import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText', backgroundColor: 'Canvas' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
});

/** How much of a budget was realised, as a bar. The figure itself stands beside it in words, so readers of the screen skip the bar. */
export function Meter({ share }: { readonly share: number }) {
  const styles = useStyles();
  const width = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  return (
    <div className={styles.track} aria-hidden>
      <div className={mergeClasses(styles.bar, share > 1 && styles.over)} style={{ width }} />
    </div>
  );
}
