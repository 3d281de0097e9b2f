import { foldLabel } from './labels';
import type { Certainty } from './rows/entry';

/** The dash rows of T2 under one numbered row: by counterparty, in legal order. `under` names the dash row they stand under in turn. */
export interface DashRow {
  readonly section: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly under: string | null;
  readonly certainty: Certainty;
}

const dashes = (section: string, path: string, labels: readonly (string | readonly [label: string, under: string])[], certainty: Certainty = 'observed'): readonly DashRow[] =>
  labels.map((entry) => {
    const [label, under] = typeof entry === 'string' ? [entry, null] : entry;
    return { section, path: path.split('.'), label, under, certainty };
  });

const OTHER_GENERAL = 'Andere algemene werkingssubsidies';
const COUNTERPARTIES = ['van de federale overheid', 'van de Vlaamse overheid', 'van de provincie', 'van de gemeente', 'van het OCMW', 'van andere entiteiten'] as const;

/** T2, dash rows as printed (schema-rows.csv, "dash sub-row by counterparty", and published reports). */
export const DASH_ROWS: readonly DashRow[] = [
  ...dashes('I. Exploitatie-uitgaven', 'A.4', [
    'aan de eigen autonome provinciebedrijven/gemeentebedrijven (APB/AGB)',
    'aan besturen van de eredienst',
    'aan niet-confessionele levensbeschouwelijke gemeenschappen',
    'aan andere begunstigden',
  ]),
  ...dashes(
    'I. Exploitatie-uitgaven',
    'A.4',
    ['aan de districten', 'aan welzijnsverenigingen', 'aan de politiezone', 'aan de hulpverleningszone', 'aan intergemeentelijke samenwerkingsverbanden'],
    'unconfirmed',
  ),
  ...dashes('I. Exploitatie-uitgaven', 'B.1', ['aan financiële instellingen', 'aan andere entiteiten']),
  ...dashes('II. Exploitatieontvangsten', 'A.2.a', ['Opcentiemen op de onroerende voorheffing']),
  ...dashes('II. Exploitatieontvangsten', 'A.2.a', ['Aanvullende belasting op de personenbelasting', 'Andere aanvullende belastingen'], 'unconfirmed'),
  ...dashes('II. Exploitatieontvangsten', 'A.3.a', ['Gemeentefonds'], 'unconfirmed'),
  ...dashes('II. Exploitatieontvangsten', 'A.3.a', [OTHER_GENERAL, ...COUNTERPARTIES.map((label) => [label, OTHER_GENERAL] as const)]),
  ...dashes('II. Exploitatieontvangsten', 'A.3.b', COUNTERPARTIES),
  ...dashes('I. Investeringsuitgaven', 'D', ['aan besturen van de eredienst', 'aan andere begunstigden']),
  ...dashes('II. Investeringsontvangsten', 'D', ['van de Vlaamse overheid', 'van de gemeente', 'van andere entiteiten', 'van de federale overheid', 'van de provincie']),
  ...dashes('II. Financieringsontvangsten', 'A', ['opname van leningen en leasings bij financiële instellingen']),
  ...dashes('II. Financieringsontvangsten', 'A', ['opname van leningen en leasings bij andere entiteiten'], 'inferred'),
];

const NESTED = new Map(DASH_ROWS.flatMap((dash) => (dash.under === null ? [] : [[`${foldLabel(dash.under)}\n${foldLabel(dash.label)}`, dash]])));

/**
 * Does a dash row stand one level below the dash row printed before it? The two levels are printed alike
 * ("- Andere algemene werkingssubsidies" / "- van de gemeente").
 */
export const isNestedDash = (outer: string, inner: string): boolean => NESTED.has(`${foldLabel(outer)}\n${foldLabel(inner)}`);
