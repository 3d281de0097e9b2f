import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXXS} 0`,
    overflowWrap: 'anywhere',
  },
  figure: {
    textAlign: 'right',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

interface FigureListProps {
  readonly label: string;
  readonly figures: readonly { readonly name: string; readonly figure: string; readonly detail?: string }[];
}

/** Names with a figure each, the figures under each other. */
export function FigureList({ label, figures }: FigureListProps) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {figures.map(({ name, figure, detail }) => (
          <tr key={name}>
            <th scope="row" className={styles.name}>
              {name}
              {detail === undefined ? null : ` · ${detail}`}
            </th>
            <td className={styles.figure}>{figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
