import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Section } from '../../components/Screen';
import type { Book } from '../../ports/book';
import { findingsByNode } from '../../model/planIndex';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { FindingItem } from '../check/FindingItem';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS } });

/** What the checks say of a node, with the same answers as on the screen of the checks. */
export function NodeFindings({ book, node }: { readonly book: Book; readonly node: string }) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, formats } = useTexts();
  const byNode = useMemo(() => findingsByNode(state.run?.findings ?? []), [state.run]);
  const findings = byNode.get(node) ?? [];
  if (findings.length === 0) return null;
  return (
    <Section title={`${texts.plan.findings} (${formats.count(findings.length)})`}>
      <div role="list" className={styles.list}>
        {findings.map((finding) => (
          <FindingItem key={finding.key} finding={finding} book={book} fresh={false} />
        ))}
      </div>
    </Section>
  );
}
