import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanDocument, PlanNode } from '../../../plan/document';
import { Section } from '../../components/Screen';
import { nodeTransfers } from '../../model/nodeAmounts';
import type { PlanIndex } from '../../model/planIndex';
import { useTexts } from '../../state/context';
import { directionText, kindText } from '../../terms';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  amount: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
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
                {transfer.id} · {kindText(transfer.kind, language)}, {directionText(transfer.direction, language).toLowerCase()}
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

/** Nodes this one refers to, and those that refer to it. */
export function LinkList({ document, node }: { readonly document: PlanDocument; readonly node: PlanNode }) {
  const styles = useStyles();
  const { texts } = useTexts();
  const links = document.links.filter(({ from, to }) => from === node.id || to === node.id);
  if (links.length === 0) return null;
  return (
    <Section title={texts.plan.links}>
      <ul className={styles.list}>
        {links.map(({ from, to, kind }) => (
          <li key={`${from} ${to} ${kind}`}>{from === node.id ? texts.plan.linkTo(kind, to) : texts.plan.linkFrom(kind, from)}</li>
        ))}
      </ul>
    </Section>
  );
}
