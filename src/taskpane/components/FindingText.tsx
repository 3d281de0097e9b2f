import { makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../plan/finding';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { display: 'flex', paddingTop: '2px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** A finding as one paragraph: its severity and its sentence. */
export function FindingText({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span className={styles.icon}>
        <SeverityIcon severity={finding.severity} />
      </span>
      <span className={styles.text}>{finding.message}</span>
    </span>
  );
}
