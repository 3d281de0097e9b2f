import { makeStyles, tokens } from '@fluentui/react-components';
import { SEVERITIES } from '../../../plan/finding';
import { DOCUMENT_KIND_NAMES } from '../../../i18n/terms';
import { ROLE_TEXTS } from '../../../i18n/pane/roles';
import { FigureList } from '../../components/FigureList';
import { Disclosure } from '../../components/Disclosure';
import { Facts } from '../../components/Facts';
import { FindingText } from '../../components/FindingText';
import { Quiet, Section } from '../../components/Screen';
import { SeverityIcon } from '../../components/SeverityIcon';
import type { Checked } from '../../ports/engine';
import { countSeverities } from '../../model/findingList';
import { roleCounts } from '../../model/lineRoles';
import { useTexts } from '../../components/texts';

/** A preview shows the gravest findings; all of them are on the screen of the checks. */
const SHOWN_FINDINGS = 20;

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  count: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
});

/** What was recognised in a file: whose it is, what it holds, that no line was lost, and what the checks say. */
export function DraftSummary({ name, checked }: { readonly name: string; readonly checked: Checked }) {
  return (
    <>
      <Recognised name={name} checked={checked} />
      <Content checked={checked} />
      <Lines checked={checked} />
      <Findings checked={checked} />
    </>
  );
}

function Recognised({ name, checked }: { readonly name: string; readonly checked: Checked }) {
  const { texts, formats, language } = useTexts();
  const { document, statements } = checked.reading.document;
  const schemas = statements.map(({ schema }) => schema).join(', ');
  return (
    <Section title={name}>
      <Facts
        facts={[
          [texts.import.entity, document.entity?.name ?? null],
          [texts.import.documentKind, DOCUMENT_KIND_NAMES[language][document.kind]],
          [texts.import.fiscalYear, document.fiscalYear],
          [texts.import.planPeriod, document.planPeriod && formats.period(document.planPeriod)],
          [texts.import.schemas, schemas === '' ? texts.common.none : schemas],
        ]}
      />
    </Section>
  );
}

function Content({ checked }: { readonly checked: Checked }) {
  const { texts, formats } = useTexts();
  const { levels, nodes, amounts, statements, transfers } = checked.reading.document;
  const evaluated = nodes.filter(({ evaluation }) => evaluation !== null);
  const withText = evaluated.filter(({ evaluation }) => evaluation?.text !== '').length;
  const counts = [
    ...levels.map((level) => ({ name: level.name, count: nodes.filter((node) => node.level === level.id).length })),
    { name: texts.import.evaluations, count: evaluated.length, detail: texts.import.withText(formats.count(withText)) },
    { name: texts.import.amounts, count: amounts.length },
    { name: texts.import.statementRows, count: statements.reduce((sum, { rows }) => sum + rows.length, 0) },
    { name: texts.import.transfers, count: transfers.length },
  ];
  return (
    <Section title={texts.import.content}>
      <FigureList
        label={texts.import.content}
        figures={counts
          .filter(({ count }) => count > 0)
          .map(({ count, ...rest }) => ({ ...rest, figure: formats.count(count) }))}
      />
    </Section>
  );
}

function Lines({ checked }: { readonly checked: Checked }) {
  const { texts, formats, language } = useTexts();
  const { lines } = checked.reading.document;
  const missed = lines.unrecognised.length;
  const total = formats.count(lines.total);
  return (
    <Section title={texts.import.lines}>
      <Quiet>
        {missed === 0 ? texts.import.linesAll(total) : texts.import.linesMissed(formats.count(missed), total)}
      </Quiet>
      <Disclosure summary={texts.import.rolesToggle}>
        <FigureList
          label={texts.import.rolesToggle}
          figures={roleCounts(lines).map(({ group, count }) => ({
            name: ROLE_TEXTS[language][group],
            figure: formats.count(count),
          }))}
        />
      </Disclosure>
    </Section>
  );
}

function Findings({ checked }: { readonly checked: Checked }) {
  const styles = useStyles();
  const { texts, formats } = useTexts();
  const { findings } = checked;
  const counts = countSeverities(findings);
  return (
    <Section title={texts.import.findings}>
      {findings.length === 0 ? (
        <Quiet>{texts.import.noFindings}</Quiet>
      ) : (
        <>
          <div className={styles.counts}>
            {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
              <span key={severity} className={styles.count}>
                <SeverityIcon severity={severity} named={false} />
                {formats.count(counts[severity])}{' '}
                {texts.common.severities[severity][counts[severity] === 1 ? 'one' : 'many']}
              </span>
            ))}
          </div>
          <Disclosure summary={texts.import.showFindings(formats.count(findings.length))}>
            <ul className={styles.list}>
              {findings.slice(0, SHOWN_FINDINGS).map((finding) => (
                <li key={finding.key}>
                  <FindingText finding={finding} />
                </li>
              ))}
            </ul>
            {findings.length > SHOWN_FINDINGS && (
              <Quiet>{texts.import.moreFindings(formats.count(findings.length - SHOWN_FINDINGS))}</Quiet>
            )}
          </Disclosure>
        </>
      )}
    </Section>
  );
}
