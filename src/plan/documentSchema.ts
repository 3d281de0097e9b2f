import type { PlanDocument } from './document';
import { DOCUMENT_FORMAT } from './document';
import { SEVERITIES } from './finding';
import { COMPARISONS, FREQUENCY_PERIODS, INDICATOR_KINDS } from './indicator';
import { FULL_WEIGHT, LINK_KINDS, LINK_STATES } from './link';
import { ENTITY_KINDS } from './ledger';
import { isCents } from './money';
import { REVIEW_REASONS } from './review';
import {
  DIRECTIONS,
  DOCUMENT_KINDS,
  EVALUATION,
  FLOWS,
  KINDS,
  PHASES,
  REVISIONS,
  SCHEMA_NAMES,
  SCHEMA_SETS,
  UNITS,
} from './vocabulary';
import { z } from './zod';

/** The published form of a document, `planboek/document@1`, guarded where one comes in from outside: a JSON file, a workbook. */

const cents = z.int().refine(isCents, { error: 'cents out of range' }).meta({ description: 'integer euro cents' });
const line = z.int().min(1).meta({ description: '1-based line of the source' });
const isoDate = z.iso.date();
const text = z.string();
const name = z.string().nullable();

const source = z.object({
  line,
  page: z.int().min(1).nullable().meta({ description: 'printed page, when the page prints one' }),
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .meta({ description: 'left, top, right and bottom edge in points from the top left of the page, for a PDF' }),
  file: z.string().optional().meta({ description: 'file, where a document comes from several' }),
});
const period = z.object({ from: isoDate, to: isoDate });
const kind = z.enum(KINDS);
const direction = z.enum(DIRECTIONS);
const phase = z.enum(PHASES);
const revision = z.enum(REVISIONS);
/** Whatever four digits print: an unlikely year is a finding, not a document that cannot be opened. */
const year = z.int().min(0).max(9999);

const documentInfo = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: text,
  fiscalYear: year.nullable(),
  schemaSet: z.enum(SCHEMA_SETS).nullable(),
  entity: z.object({ name: text, enterpriseNumber: name, address: name }).nullable(),
  planPeriod: period.nullable(),
  officers: z.object({ generalDirector: name, financialDirector: name }),
});

const node = z.object({
  id: text.min(1),
  code: name,
  level: text,
  parent: name,
  order: z.int().min(0),
  title: text,
  priority: z.boolean().nullable(),
  period: period.nullable(),
  evaluation: z.object({ status: text, statusText: text, text }).nullable(),
  fields: z.array(z.object({ name: text, text, source })).optional(),
  source,
});

const measure = z.object({ year: year.nullable(), value: z.number(), unit: name, text, source });

const indicator = z.object({
  id: text.min(1),
  node: name,
  name: text,
  kind: z.enum(INDICATOR_KINDS),
  unit: name.meta({ description: '`eurocent` (values are whole cents), `%`, or the noun as printed' }),
  frequency: z
    .object({ times: z.number().nullable(), every: z.int().min(1), period: z.enum(FREQUENCY_PERIODS) })
    .nullable(),
  dueYears: z.array(year),
  target: z
    .object({ comparison: z.enum(COMPARISONS), value: z.number(), unit: name, year: year.nullable() })
    .nullable(),
  service: name,
  measures: z.array(measure),
  source,
});

const link = z.object({
  id: text.min(1),
  from: text,
  to: text,
  fromDocument: name,
  toDocument: name,
  kind: z.enum(LINK_KINDS),
  state: z.enum(LINK_STATES),
  weight: z.number().min(0).max(FULL_WEIGHT).nullable(),
  reason: name,
  evidence: name,
  source,
});

const dataRow = z.object({ label: text, values: z.array(z.number().nullable()), source });

const dataTable = z.object({
  id: text,
  title: text,
  node: name,
  columns: z.array(
    z.object({ name: text, unit: text, share: z.object({ part: z.int().min(0), whole: z.int().min(0) }).optional() }),
  ),
  rows: z.array(dataRow),
  total: dataRow.nullable(),
  source,
});

const reviewItem = z.object({
  id: text,
  node: name,
  line,
  reason: z.enum(REVIEW_REASONS),
  alternatives: z.array(text),
  text,
  finding: text,
  state: z.enum(['open', 'accepted']),
});

const amount = z.object({
  node: name,
  year,
  kind,
  direction,
  phase,
  cents: cents.nullable(),
  unit: z.enum(UNITS),
  schema: z.enum([...SCHEMA_NAMES, EVALUATION]),
  version: name,
  revision: revision.optional(),
  line: z.int().positive().optional(),
  source,
});

const statementRow = z.object({
  section: text,
  path: z.array(text),
  label: text,
  depth: z.int().min(0),
  values: z.array(cents.nullable()),
  node: name,
  kind: kind.nullable(),
  direction: direction.nullable(),
  // Absent in documents written before rows had ids.
  schemaRow: name.default(null).meta({ description: 'id of the row of the legal schema, such as `J2.margin.III`' }),
  source,
});

const statement = z.object({
  schema: z.enum(SCHEMA_NAMES),
  title: text,
  version: name,
  columns: z.array(
    z.object({
      year,
      phase,
      direction: direction.optional(),
      revision: revision.optional(),
      entity: text.optional(),
      label: text.optional(),
    }),
  ),
  rows: z.array(statementRow),
  dossiers: z.array(z.object({ role: text, name: text, year: year.nullable(), reference: text })),
  unit: z.enum(UNITS),
  computed: z.literal(true).optional().meta({ description: 'computed from budget lines or a trial balance' }),
  source,
});

const transfer = z.object({
  id: text,
  estimate: name,
  description: text,
  reason: text,
  entity: text,
  kind,
  direction,
  objective: name,
  actionPlan: name,
  node: name,
  account: name,
  policyDomain: name,
  policyField: name,
  accountName: name,
  policyDomainName: name,
  policyFieldName: name,
  fromYear: year,
  toYear: year,
  transactionCreditCents: cents,
  amountCents: cents,
  references: z.array(text),
  source,
});

const transferTotal = z.object({
  kind,
  direction,
  scope: z.enum(['entity', 'total']),
  year: year.nullable(),
  amountCents: cents,
  source,
});

const offBalanceAmounts = { debitCents: cents, creditCents: cents, balanceCents: cents };

const place = z.object({
  node: name,
  schema: name,
  row: name,
  column: z.int().min(0).nullable(),
  line: z.int().min(1).nullable(),
  lines: z.array(z.tuple([line, line])).optional(),
  document: text.optional(),
});

const finding = z.object({
  key: text,
  check: text,
  severity: z.enum(SEVERITIES),
  message: text,
  place,
  figures: z.record(text, z.union([z.number(), text, z.null()])),
});

const textSection = z.object({
  title: text,
  node: text.optional(),
  blocks: z.array(z.object({ role: z.enum(['heading', 'paragraph', 'item']), text, line })),
  source,
});

const flow = z.enum(FLOWS);
const extra = z
  .record(text, text)
  .optional()
  .meta({ description: 'columns of the file that are not known, by heading' });

const ledger = z.object({
  lines: z.array(
    z.object({
      entity: text,
      estimate: name,
      description: text,
      action: name,
      account: text,
      policyField: name,
      kind: kind.nullable(),
      direction: flow.nullable(),
      year,
      initialCents: cents.nullable(),
      finalCents: cents.nullable(),
      carriedOverCents: cents.nullable(),
      actualCents: cents.nullable(),
      planCents: cents.nullable(),
      counterparty: name,
      extra,
      source,
    }),
  ),
  balance: z.array(
    z.object({
      entity: text,
      account: text,
      description: text,
      year: year.nullable(),
      openingCents: cents.nullable(),
      debitCents: cents.nullable(),
      creditCents: cents.nullable(),
      closingCents: cents.nullable(),
      extra,
      source,
    }),
  ),
  domains: z.array(z.object({ policyField: text, name: text, source })),
  entities: z.array(
    z.object({
      name: text,
      kind: z.enum(ENTITY_KINDS),
      enterpriseNumber: name,
      address: name,
      generalDirector: name,
      financialDirector: name,
    }),
  ),
  overrides: z
    .array(z.object({ prefix: text, side: z.enum([...FLOWS, 'debit', 'credit']), row: text }))
    .optional()
    .meta({ description: 'places of accounts that the board chose itself' }),
  headings: z
    .record(text, z.record(text, text))
    .optional()
    .meta({ description: 'what each file calls its columns, by our own name of the column' }),
});

/** The zod schema of the published form. Keys may be added in a later version, none renamed. */
export const documentSchema = z.object({
  format: z.literal(DOCUMENT_FORMAT),
  document: documentInfo,
  levels: z.array(z.object({ id: text, name: text, rank: z.int().min(1) })),
  nodes: z.array(node),
  amounts: z.array(amount),
  statements: z.array(statement),
  transfers: z.array(transfer),
  transferTotals: z.array(transferTotal),
  offBalance: z.array(z.object({ code: text, ...offBalanceAmounts, label: name, source })),
  offBalanceEntries: z.array(
    z.object({ account: text, reference: text, description: text, ...offBalanceAmounts, source }),
  ),
  offBalanceLabels: z.array(text),
  depreciation: z.array(
    z.object({ group: text, category: text, item: text, years: z.int().nullable(), term: text, source }),
  ),
  participations: z.array(z.object({ name: text, cents, source })),
  indicators: z.array(indicator),
  links: z.array(link),
  tables: z.array(dataTable).optional(),
  reviews: z.array(reviewItem).optional(),
  ledger: ledger.optional(),
  texts: z.array(textSection),
  announcements: z.array(z.object({ text, node: name, schema: z.enum(SCHEMA_NAMES).nullable(), source })),
  lines: z.object({
    total: z.int().min(0),
    roles: z.record(text, z.int().min(0)),
    unrecognised: z.array(line),
  }),
  findings: z.array(finding),
});

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Equal<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : never) : never;

/**
 * Fails to compile when the schema and the type drift apart.
 * @public
 */
export const SCHEMA_MATCHES_TYPE: Equal<z.infer<typeof documentSchema>, Mutable<PlanDocument>> = true;

/**
 * The JSON Schema (draft 2020-12) that other tools can check a document against.
 * @public docs/document.schema.json is made of it
 */
export const documentJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(documentSchema, { unrepresentable: 'any', io: 'input' }),
  $id: `https://planboek.example/${DOCUMENT_FORMAT}.json`,
  title: 'Planboek document',
});
