import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cents } from '../../../plan/money';
import { Meter } from '../../components/Meter';
import { SeverityIcon } from '../../components/SeverityIcon';
import { CREDIT_FIGURES, type CreditFigure } from '../../../figures/reconciliation/creditFigures';
import { figureLabel, verdictLabel } from '../../../figures/reconciliation/creditLabels';
import type { CreditLine } from '../../../figures/reconciliation/creditLines';
import { realisationRate } from '../../../figures/realisation';
import { needsAttention } from '../../model/creditLines';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { kindText } from '../../../i18n/terms';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: 0,
    border: 'none',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figures: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  figure: { display: 'flex', flexDirection: 'column' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  verdict: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** One credit: what it was, what was realised of it, and where the rest went. */
export function CreditItem({ line }: { readonly line: CreditLine }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts, formats, language } = useTexts();
  const t = texts.credits;
  const { node, code, direction, verdict } = line;
  const rate = realisationRate(line.actual, line.final);
  return (
    <div role="listitem" className={styles.item}>
      {node === null ? (
        <span className={styles.name}>
          {code} {t.notInPlan}
        </span>
      ) : (
        <Button
          appearance="transparent"
          size="small"
          className={styles.name}
          onClick={() => {
            commands.openCard(node.id);
          }}
        >
          {code} {node.title}
        </Button>
      )}
      <span className={styles.quiet}>
        {kindText(line.kind, language)} {line.year}
        {rate === null ? null : ` · ${t.realised(formats.percent(rate))}`}
      </span>
      {rate !== null && <Meter share={rate} />}
      {needsAttention(line) && <Verdict text={verdictLabel(verdict, direction, language)} />}
      <dl className={styles.figures}>
        {CREDIT_FIGURES.filter((name) => isShown(line, name)).map((name) => (
          <Figure
            key={name}
            name={figureLabel(name, direction, language)}
            cents={line[name]}
            strong={name === 'lapsed' && verdict === 'lapses'}
          />
        ))}
      </dl>
    </div>
  );
}

/** What a line always tells; an overrun and what was carried over too much only where there is any. */
const isShown = (line: CreditLine, name: CreditFigure): boolean =>
  (name !== 'overrun' && name !== 'carriedTooMuch') || (line[name] ?? 0) > 0;

function Figure({
  name,
  cents,
  strong = false,
}: {
  readonly name: string;
  readonly cents: Cents | null;
  readonly strong?: boolean;
}) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  return (
    <div className={styles.figure}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={mergeClasses(styles.value, strong && styles.strong)}>
        {cents === null ? texts.common.notPrinted : formats.euro(cents)}
      </dd>
    </div>
  );
}

function Verdict({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.verdict}>
      <SeverityIcon severity="attention" />
      {text}
    </span>
  );
}
