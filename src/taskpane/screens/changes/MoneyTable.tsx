import { makeStyles, tokens } from '@fluentui/react-components';
import { CHANGE_TEXTS } from '../../../i18n/changeTexts';
import type { Cents } from '../../../plan/money';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

interface MoneyTableProps {
  readonly label: string;
  readonly rows: readonly {
    readonly name: string;
    readonly from: Cents | null;
    readonly to: Cents | null;
    readonly change: Cents;
  }[];
}

/** Amounts as a revision of a plan prints them: reference, change, new. The name stands above its figures: a pane is narrow. */
export function MoneyTable({ label, rows }: MoneyTableProps) {
  const styles = useStyles();
  const { texts, formats, language } = useTexts();
  const words = CHANGE_TEXTS[language];
  const money = (cents: Cents | null): string => (cents === null ? texts.common.notPrinted : formats.euro(cents));
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {[words.reference, words.change, words.now].map((head) => (
            <th key={head} scope="col" className={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ name, from, to, change }, index) => (
        <tbody key={index}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={styles.name}>
              {name}
            </th>
          </tr>
          <tr>
            <td className={styles.figure}>{money(from)}</td>
            <td className={styles.figure}>{formats.difference(change)}</td>
            <td className={styles.figure}>{money(to)}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
