import { makeStyles, tokens } from '@fluentui/react-components';
import { useTexts } from '../state/context';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
  count: { textAlign: 'right', verticalAlign: 'top', padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

interface CountListProps {
  readonly label: string;
  readonly counts: readonly { readonly name: string; readonly count: number; readonly detail?: string }[];
}

/** Names with how many there are of each. */
export function CountList({ label, counts }: CountListProps) {
  const styles = useStyles();
  const { formats } = useTexts();
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {counts.map(({ name, count, detail }) => (
          <tr key={name}>
            <th scope="row" className={styles.name}>
              {name}
              {detail === undefined ? null : ` · ${detail}`}
            </th>
            <td className={styles.count}>{formats.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
