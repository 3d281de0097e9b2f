import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { placeAt } from '../../../plan/finding';
import type { Statement } from '../../../plan/document';
import type { Book } from '../../ports/book';
import { NoReport } from '../shared/EmptyState';
import { Facts } from '../../components/Facts';
import { Quiet, Screen } from '../../components/Screen';
import { OPEN_FINDINGS } from '../../model/findingList';
import { agrees, schemaOverview, type SchemaState } from '../../model/schemaOverview';
import { usePane } from '../../state/context';
import { useTexts } from '../../components/texts';
import { directionText, phaseText } from '../../../i18n/terms';
import { schemaText } from './terms';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 240px)': { flexWrap: 'wrap' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  verdict: { flexShrink: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The schemas of the report: which are there, and which agree. */
export function AccountScreen() {
  const { state } = usePane();
  const { texts } = useTexts();
  return state.book === null ? <NoReport title={texts.accounts.title} /> : <Schemas book={state.book} />;
}

function Schemas({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { state } = usePane();
  const { texts, formats } = useTexts();
  const schemas = useMemo(
    () => schemaOverview(book.document, state.run?.findings ?? [], book.explanations),
    [book.document, book.explanations, state.run],
  );
  const present = schemas.filter(({ statement }) => statement !== null);
  const { schemaSet } = book.document.document;
  return (
    <Screen title={texts.accounts.title}>
      <Quiet>{texts.accounts.intro}</Quiet>
      <Quiet>
        {schemaSet === null ? '' : `${texts.accounts.sets[schemaSet]}. `}
        {texts.accounts.summary(formats.count(present.length), formats.count(present.filter(agrees).length))}.
      </Quiet>
      <ul className={styles.list} aria-label={texts.accounts.list}>
        {schemas.map((schema) => (
          <li key={schema.schema} className={styles.item}>
            <SchemaItem schema={schema} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function SchemaItem({ schema }: { readonly schema: SchemaState }) {
  const styles = useStyles();
  const { texts, language } = useTexts();
  const { statement, openAttentions, answered } = schema;
  const remarks = [
    ...(openAttentions > 0 ? [texts.accounts.attentions(openAttentions)] : []),
    ...(answered > 0 ? [texts.accounts.answered(String(answered))] : []),
  ];
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {schema.schema} {statement?.title || schemaText(schema.schema, language)}
        </h2>
        <Verdict schema={schema} />
      </div>
      {statement === null ? (
        <Quiet small>
          {schema.schema} {texts.accounts.absent}. {texts.accounts.absentHint}
        </Quiet>
      ) : (
        <>
          <Columns statement={statement} />
          <SchemaButtons schema={schema} />
          {remarks.length > 0 && <Quiet small>{remarks.join(', ')}</Quiet>}
        </>
      )}
    </>
  );
}

/** To what is open about a schema, and to its sheet. */
function SchemaButtons({ schema: { schema, openErrors, openAttentions } }: { readonly schema: SchemaState }) {
  const styles = useStyles();
  const { commands, host } = usePane();
  const { texts } = useTexts();
  return (
    <div className={styles.actions}>
      {openErrors + openAttentions > 0 && (
        <Button
          size="small"
          onClick={() => {
            commands.dispatch({ type: 'findingsFilter', filter: { ...OPEN_FINDINGS, place: schema } });
            commands.go('check');
          }}
        >
          {texts.accounts.showFindings}
        </Button>
      )}
      {host.show && (
        <Button
          size="small"
          onClick={() => {
            void commands.show(placeAt({ schema }));
          }}
        >
          {texts.accounts.toSheet}
        </Button>
      )}
    </div>
  );
}

function Verdict({ schema }: { readonly schema: SchemaState }) {
  const styles = useStyles();
  const { texts } = useTexts();
  if (schema.statement === null) return null;
  return agrees(schema) ? (
    <Badge className={styles.verdict} appearance="tint" color="success">
      {texts.accounts.agrees}
    </Badge>
  ) : (
    <Badge className={styles.verdict} appearance="tint" color="danger">
      {texts.accounts.errors(schema.openErrors)}
    </Badge>
  );
}

function Columns({ statement }: { readonly statement: Statement }) {
  const { texts, language } = useTexts();
  const columns = statement.columns.map(({ year, phase, direction }) =>
    [phaseText(phase, language), year, direction && directionText(direction, language).toLowerCase()]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  return (
    <Facts
      facts={[
        [texts.accounts.columns, [...new Set(columns)].join(', ')],
        [texts.accounts.version, statement.version],
        [texts.accounts.rows(statement.rows.length), texts.accounts.unit[statement.unit]],
      ]}
    />
  );
}
