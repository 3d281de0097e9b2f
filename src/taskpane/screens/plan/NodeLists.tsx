import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PlanNode } from '../../../plan/document';
import { MONEY_UNIT } from '../../../plan/indicator';
import { COMPARISON_NAMES, directionText, INDICATOR_KIND_NAMES, kindText, LINK_KIND_NAMES } from '../../../i18n/terms';
import { Section } from '../../components/Screen';
import { nodeTransfers } from '../../model/nodeAmounts';
import type { PlanIndex } from '../../model/planIndex';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  link: {
    minWidth: 0,
    padding: 0,
    border: 'none',
    textAlign: 'left',
    justifyContent: 'flex-start',
    overflowWrap: 'anywhere',
  },
  amount: { fontVariantNumeric: 'tabular-nums' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** Credits of the node that go to the next year. */
export function TransferList({ index, node }: { readonly index: PlanIndex; readonly node: PlanNode }) {
  const styles = useStyles();
  const { texts, formats, language } = useTexts();
  const transfers = nodeTransfers(index, node.id);
  if (transfers.length === 0) return null;
  return (
    <Section title={`${texts.plan.transfers} (${formats.count(transfers.length)})`}>
      <ul className={styles.list}>
        {transfers.map((transfer) => (
          <li key={transfer.id}>
            <div className={styles.head}>
              <span>
                {transfer.id} · {kindText(transfer.kind, language)},{' '}
                {directionText(transfer.direction, language).toLowerCase()}
              </span>
              <span className={styles.amount}>{formats.euro(transfer.amountCents)}</span>
            </div>
            <div className={styles.quiet}>
              {texts.plan.transferYears(String(transfer.fromYear), String(transfer.toYear))} · {transfer.description}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What this node does to others, and others to it; an end in this document leads to its card. */
export function LinkList({ index, node }: { readonly index: PlanIndex; readonly node: PlanNode }) {
  const styles = useStyles();
  const { commands } = usePane();
  const { texts, language } = useTexts();
  const links = index.document.links.filter(
    ({ from, to, state }) => state !== 'rejected' && (from === node.id || to === node.id),
  );
  if (links.length === 0) return null;
  const names = LINK_KIND_NAMES[language];
  return (
    <Section title={`${texts.plan.links} (${links.length})`}>
      <ul className={styles.list}>
        {links.map(({ id, from, to, kind, evidence }) => {
          const outward = from === node.id;
          const end = outward ? to : from;
          const other = index.rollup.tree.byId.get(end);
          const name = other ? [other.code, other.title].filter((part) => part !== null && part !== '').join(' ') : end;
          return (
            <li key={id}>
              {other ? (
                <Button
                  appearance="transparent"
                  size="small"
                  className={styles.link}
                  onClick={() => {
                    commands.openCard(other.id);
                  }}
                >
                  {outward ? `${names[kind]} ${name}` : texts.plan.linkedBy(name, names[kind])}
                </Button>
              ) : (
                <span>{outward ? `${names[kind]} ${name}` : texts.plan.linkedBy(name, names[kind])}</span>
              )}
              {evidence !== null && evidence !== '' && <div className={styles.quiet}>{evidence}</div>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What is measured about the node: what is aimed at, and what was found. */
export function IndicatorList({ index, node }: { readonly index: PlanIndex; readonly node: PlanNode }) {
  const styles = useStyles();
  const { texts, formats, language } = useTexts();
  const indicators = index.document.indicators.filter((indicator) => indicator.node === node.id);
  if (indicators.length === 0) return null;
  const quantity = (value: number, unit: string | null): string => {
    if (unit === MONEY_UNIT) return `${formats.euro(value)} euro`;
    return unit === null ? String(value) : `${String(value)} ${unit}`;
  };
  return (
    <Section title={`${texts.plan.indicators} (${formats.count(indicators.length)})`}>
      <ul className={styles.list}>
        {indicators.map(({ id, name, kind, target, measures }) => (
          <li key={id}>
            <div className={styles.head}>
              <span>{name}</span>
              <span className={styles.quiet}>{INDICATOR_KIND_NAMES[language][kind]}</span>
            </div>
            {target && (
              <div className={styles.quiet}>
                {texts.plan.target}: {COMPARISON_NAMES[language][target.comparison]}{' '}
                {quantity(target.value, target.unit)}
                {target.year === null ? null : ` (${target.year})`}
              </div>
            )}
            {measures.map((measure, at) => (
              <div key={at} className={styles.quiet}>
                {measure.year === null ? null : `${measure.year}: `}
                {quantity(measure.value, measure.unit)}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
