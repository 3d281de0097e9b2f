import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cents } from '../../../plan/money';
import { Meter } from '../../components/Meter';
import { Quiet, Section } from '../../components/Screen';
import { nodeAmounts, type AmountLine } from '../../model/nodeAmounts';
import type { PlanIndex } from '../../model/planIndex';
import { useTexts } from '../../components/texts';
import { directionText, kindText } from '../../../i18n/terms';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'right',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '0 0 2px 6px',
    verticalAlign: 'bottom',
    overflowWrap: 'anywhere',
  },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '2px 0', overflowWrap: 'anywhere' },
  cents: {
    textAlign: 'right',
    padding: '2px 0 2px 6px',
    whiteSpace: 'nowrap',
    '@media (max-width: 300px)': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  balance: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold },
  negative: { color: tokens.colorPaletteRedForeground1 },
  rate: { padding: '0 0 4px' },
  rateText: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The amounts of a node per year and kind, with how much of each credit was realised. */
export function AmountTable({ index, node }: { readonly index: PlanIndex; readonly node: string | null }) {
  const { texts, language } = useTexts();
  const { lines, rolledUp } = nodeAmounts(index, node);
  if (lines.length === 0) {
    return (
      <Section title={texts.plan.amounts}>
        <Quiet>{texts.plan.noAmounts}</Quiet>
      </Section>
    );
  }
  const groups = groupLines(lines);
  return (
    <Section title={texts.plan.amounts}>
      {rolledUp && <Quiet small>{texts.plan.rolledUp}</Quiet>}
      {groups.map((group) => (
        <KindTable
          key={`${group.kind} ${group.year}`}
          title={`${kindText(group.kind, language)} ${group.year}`}
          lines={group.lines}
        />
      ))}
    </Section>
  );
}

interface AmountGroup {
  readonly year: number;
  readonly kind: AmountLine['kind'];
  readonly lines: readonly AmountLine[];
}

/** Lines come grouped by year and kind; this cuts them where either changes. */
function groupLines(lines: readonly AmountLine[]): readonly AmountGroup[] {
  return lines.reduce<readonly AmountGroup[]>((groups, line) => {
    const last = groups.at(-1);
    if (last?.year !== line.year || last.kind !== line.kind)
      return [...groups, { year: line.year, kind: line.kind, lines: [line] }];
    return [...groups.slice(0, -1), { ...last, lines: [...last.lines, line] }];
  }, []);
}

const PHASES = ['initialBudget', 'finalBudget', 'actual', 'plan'] as const;

function KindTable({ title, lines }: { readonly title: string; readonly lines: readonly AmountLine[] }) {
  const styles = useStyles();
  const { texts, formats, language } = useTexts();
  const phases = PHASES.filter((phase) => lines.some(({ cents }) => cents[phase] !== null));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <thead>
        <tr>
          <td />
          {phases.map((phase) => (
            <th key={phase} scope="col" className={styles.head}>
              {texts.plan.phases[phase]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => [
          <tr key={line.direction}>
            <th scope="row" className={mergeClasses(styles.name, line.direction === 'balance' && styles.balance)}>
              {directionText(line.direction, language)}
            </th>
            {phases.map((phase) => (
              <AmountCell key={phase} cents={line.cents[phase]} balance={line.direction === 'balance'} />
            ))}
          </tr>,
          line.rate === null ? null : (
            <tr key={`${line.direction} rate`}>
              <td colSpan={phases.length + 1} className={styles.rate}>
                <Meter share={line.rate} />
                <span className={styles.rateText}>{texts.plan.realisation(formats.percent(line.rate))}</span>
              </td>
            </tr>
          ),
        ])}
      </tbody>
    </table>
  );
}

function AmountCell({ cents, balance }: { readonly cents: Cents | null; readonly balance: boolean }) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  return (
    <td
      className={mergeClasses(styles.cents, balance && styles.balance, cents !== null && cents < 0 && styles.negative)}
    >
      {cents === null ? (
        <span role="img" aria-label={texts.common.notPrinted}>
          –
        </span>
      ) : (
        formats.euro(cents)
      )}
    </td>
  );
}
