import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cents } from '../../../plan/money';
import { Meter } from '../../components/Meter';
import { SeverityIcon } from '../../components/SeverityIcon';
import type { CreditLine } from '../../model/creditLines';
import { usePane, useTexts } from '../../state/context';
import { kindText } from '../../../i18n/terms';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { minWidth: 0, justifyContent: 'flex-start', textAlign: 'left', padding: 0, border: 'none', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figures: { margin: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))', gap: tokens.spacingHorizontalS },
  figure: { display: 'flex', flexDirection: 'column' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  verdict: { display: 'flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
});

/** One credit: what it was, what was realised of it, and where the rest went. */
export function CreditItem({ line }: { readonly line: CreditLine }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts, formats, language } = useTexts();
  const t = texts.credits;
  const { node, overrun, excess } = line;
  return (
    <div role="listitem" className={styles.item}>
      <Button appearance="transparent" size="small" className={styles.name} onClick={() => { commands.openCard(node.id); }}>
        {node.code ?? ''} {node.title}
      </Button>
      <span className={styles.quiet}>
        {kindText(line.kind, language)} {line.year}
        {line.rate === null ? null : ` · ${t.realised(formats.percent(line.rate))}`}
      </span>
      {line.rate !== null && <Meter share={line.rate} />}
      {overrun > 0 && <Verdict text={`${t.overrun}: ${formats.euro(overrun)}`} />}
      {excess > 0 && <Verdict text={t.carriedTooMuch(formats.euro(excess))} />}
      <dl className={styles.figures}>
        <Figure name={t.initial} cents={line.initial} />
        <Figure name={t.final} cents={line.final} />
        <Figure name={t.actual} cents={line.actual} />
        <Figure name={t.left} cents={line.left} />
        <Figure name={t.carried} cents={line.carried} />
        <Figure name={t.lapsed} cents={line.lapsed} strong={line.lapsed > 0} />
      </dl>
    </div>
  );
}

function Figure({ name, cents, strong = false }: { readonly name: string; readonly cents: Cents | null; readonly strong?: boolean }) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  return (
    <div className={styles.figure}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={mergeClasses(styles.value, strong && styles.strong)}>{cents === null ? texts.common.notPrinted : formats.euro(cents)}</dd>
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
