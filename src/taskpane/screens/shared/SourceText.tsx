import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Source } from '../../../plan/document';
import type { SourceLine } from '../../../read/source';
import { linesAround } from '../../model/sourceLines';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { Quiet, Section } from '../../components/Screen';
import { placeAt } from '../../../plan/finding';

/** Lines shown on each side of the one that is meant, and how many more each time. */
const AROUND = 4;

const useStyles = makeStyles({
  lines: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  number: {
    flexShrink: 0,
    minWidth: '3.2em',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    userSelect: 'none',
  },
  text: { minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  meant: { fontWeight: tokens.fontWeightSemibold, '@media (forced-colors: active)': { color: 'Highlight' } },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface SourceTextProps {
  readonly title: string;
  readonly lines: readonly SourceLine[];
  readonly source: Source;
}

/** The line of the source something came from, with the lines around it. */
export function SourceText({ title, lines, source }: SourceTextProps) {
  const styles = useStyles();
  const { commands, host } = usePane();
  const { texts } = useTexts();
  const [around, setAround] = useState(AROUND);
  const line = texts.common.line(String(source.line));
  const place = source.page === null ? line : `${line}, ${texts.plan.page(String(source.page))}`;
  if (lines.length === 0) {
    return (
      <Section title={`${title}: ${place}`}>
        <Quiet>{texts.plan.sourceMissing}</Quiet>
      </Section>
    );
  }
  return (
    <Section title={`${title}: ${place}`}>
      <Lines lines={linesAround(lines, source.line, around)} meant={source.line} />
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            setAround(around + 2 * AROUND);
          }}
        >
          {texts.plan.moreLines}
        </Button>
        {host.show && (
          <Button
            size="small"
            onClick={() => {
              void commands.show(placeAt({ line: source.line }));
            }}
          >
            {texts.common.goToSheet}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Lines({ lines, meant }: { readonly lines: readonly SourceLine[]; readonly meant: number }) {
  const styles = useStyles();
  return (
    <ol className={styles.lines}>
      {lines.map(({ number, text }) => (
        <li
          key={number}
          className={mergeClasses(styles.line, number === meant && styles.meant)}
          {...(number === meant ? { 'aria-current': 'location' } : {})}
        >
          <span className={styles.number}>{number}</span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ol>
  );
}
