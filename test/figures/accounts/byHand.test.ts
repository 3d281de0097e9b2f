import { describe, expect, test } from '@jest/globals';
import { ledgerDocument } from '../../../src/figures/accounts/document';
import type { PlanDocument } from '../../../src/plan/document';
import type { SchemaName, SchemaSet } from '../../../src/plan/vocabulary';
import { gridOfCsv } from '../../../src/read/lines/csv';
import { readTables } from '../../../src/read/lines/tables';

/** The document of some tables, given as csv. */
function documentOf(files: Readonly<Record<string, string>>, set?: SchemaSet): PlanDocument {
  const tables = readTables(Object.entries(files).map(([name, text]) => gridOfCsv(text, name)));
  return ledgerDocument({ ...tables, ...(set ? { set } : {}) });
}

/** The euros of a row of a schema by its markers, or by its label where it has none. */
function eurosOf(
  document: PlanDocument,
  schema: SchemaName,
  section: string,
  name: string,
): readonly (number | null)[] {
  const statement = document.statements.find((each) => each.schema === schema);
  const row = statement?.rows.find(
    (each) =>
      each.section === section && each.values.length > 0 && (each.path.join('.') === name || each.label === name),
  );
  if (!row) throw new Error(`no row ${schema} ${section} ${name}`);
  return row.values.map((cents) => (cents === null ? null : cents / 100));
}

const ACTIONS = `Code;Titel;Boven;Niveau;Prioritair
BD1;Een groene stad;;Beleidsdoelstelling;ja
AP1;Een nieuw park;BD1;Actieplan;ja
AC1;Aanleg;AP1;Actie;ja
BD2;Een goed bestuur;;Beleidsdoelstelling;nee
AP2;Kantoren;BD2;Actieplan;nee
AC2;Verbouwing;AP2;Actie;nee`;

describe('T3 of the 2020 set, investment projects', () => {
  // A park of 1.000 in all: 300 paid in 2023, 400 in 2024, 300 to come; a subsidy of 250 in 2024. Offices apart: 80 in 2024.
  const document = documentOf({
    'acties.csv': ACTIONS,
    'lijnen.csv': `Entiteit;Actie;Algemene rekening;Richting;Jaar;Eindkrediet;Jaarrekening;Meerjarenplan
AGB Waterdorp;AC1;2200000;U;2023;300;300;
AGB Waterdorp;AC1;2200000;U;2024;500;400;
AGB Waterdorp;AC1;1500000;O;2024;250;250;
AGB Waterdorp;AC1;2200000;U;2025;;;200
AGB Waterdorp;AC1;2200000;U;2026;;;100
AGB Waterdorp;AC2;2300000;U;2024;100;80;`,
  });

  test('a project has all it cost, what was done before, in the year, and what is to come', () => {
    const project = 'Investeringsproject: AP1';
    expect(eurosOf(document, 'T3', project, 'Uitgaven')).toEqual([1000, 300, 400, 300]);
    expect(eurosOf(document, 'T3', project, 'B')).toEqual([1000, 300, 400, 300]);
    expect(eurosOf(document, 'T3', project, 'Ontvangsten')).toEqual([250, 0, 250, 0]);
  });

  test('what is of no priority plan stands together', () => {
    expect(eurosOf(document, 'T3', 'Andere investeringen', 'Uitgaven')).toEqual([80, 0, 80, 0]);
  });

  test('an objective that is not prioritair stands among the others in J1', () => {
    expect(document.statements[0]?.rows.some(({ section }) => section.includes('BD2'))).toBe(false);
    const other = document.statements[0]?.rows.find(({ schemaRow }) => schemaRow === 'J1.other.investment.expenditure');
    expect(other?.values).toEqual([8000, 10000]);
  });
});

describe('T3 of BBC 3.0, debts', () => {
  // Loans of banks 900 + 100 due, a lease of 50: 200 borrowed, 100 and 10 paid back. Next year 120 paid back.
  const lines = `Entiteit;Algemene rekening;Richting;Soort;Jaar;Eindkrediet;Jaarrekening;Meerjarenplan
Stad Waterdorp;1733000;O;F;2026;200;200;
Stad Waterdorp;4233000;U;F;2026;100;100;
Stad Waterdorp;4222000;U;F;2026;10;10;
Stad Waterdorp;4233000;U;F;2027;;;120`;
  const balance = `Rekening;Beginsaldo;Debet;Credit;Eindsaldo;Jaar
1733000;-900;120;200;-980;2026
4233000;-100;100;120;-120;2026
1720000;-50;10;0;-40;2026
4222000;0;10;10;0;2026
4330000;-30;0;5;-35;2026
5500000;1080;215;120;1175;2026`;
  const document = documentOf({ 'lijnen.csv': lines, 'balans.csv': balance });

  test('rolls from 1 January to 31 December, by sort, and on into the plan', () => {
    const section = 'Financiële schulden';
    expect(eurosOf(document, 'T3', section, 'A.2')).toEqual([50, 40]);
    expect(eurosOf(document, 'T3', section, 'A.3')).toEqual([1000, 1100]);
    expect(eurosOf(document, 'T3', section, 'B.3')).toEqual([200, 0]);
    expect(eurosOf(document, 'T3', section, 'C.2')).toEqual([10, 0]);
    expect(eurosOf(document, 'T3', section, 'C.3')).toEqual([100, 120]);
    expect(eurosOf(document, 'T3', section, 'D.3')).toEqual([1100, 980]);
    // Short-term debt moves by its stocks: 30 to 35.
    expect(eurosOf(document, 'T3', section, 'A.4')).toEqual([30, 35]);
    expect(eurosOf(document, 'T3', section, 'B.4')).toEqual([5, 0]);
    expect(eurosOf(document, 'T3', section, 'D')).toEqual([1175, 1055]);
  });

  test('the same debts are T4 in the 2020 set', () => {
    const older = documentOf({ 'lijnen.csv': lines, 'balans.csv': balance }, '2020');
    const section = 'Financiële schulden op 31 december';
    expect(eurosOf(older, 'T4', section, 'A.1')).toEqual([950, 1020]);
    expect(eurosOf(older, 'T4', section, 'A.2')).toEqual([200, 0]);
    expect(eurosOf(older, 'T4', section, 'A.4')[0]).toBe(-130);
    expect(eurosOf(older, 'T4', section, 'B.2')).toEqual([-110, -120]);
    expect(eurosOf(older, 'T4', section, 'B.3')[0]).toBe(130);
    expect(eurosOf(older, 'T4', section, 'B')[0]).toBe(120);
    expect(eurosOf(older, 'T4', section, 'C')).toEqual([35, 35]);
    expect(eurosOf(older, 'T4', section, 'Totaal financiële schulden')).toEqual([1175, 1055]);
    expect(older.statements.some(({ schema }) => schema === 'T3')).toBe(true);
  });
});

describe('J4, J5 and T5 of a small trial balance', () => {
  // Before closing: costs 70 + 30 depreciation, revenue 150, and 10 of a subsidy taken in result: 60 is left that 14 does not hold yet.
  const document = documentOf({
    'lijnen.csv': `Entiteit;Algemene rekening;Richting;Jaar;Jaarrekening
AGB Waterdorp;6130000;U;2024;70
AGB Waterdorp;7010000;O;2024;150
AGB Waterdorp;2220000;U;2024;200
AGB Waterdorp;2240000;O;2024;15
AGB Waterdorp;1500000;O;2024;90`,
    'balans.csv': `Entiteit;Rekening;Omschrijving;Beginsaldo;Debet;Credit;Eindsaldo;Jaar
AGB Waterdorp;2220000;Gebouwen;1.000;200;0;1.200;2024
AGB Waterdorp;2229000;Afschrijving gebouwen;-100;0;30;-130;2024
AGB Waterdorp;2240000;Wegen;500;0;15;485;2024
AGB Waterdorp;5500000;Bank;100;255;270;85;2024
AGB Waterdorp;1000000;Kapitaal;-900;0;0;-900;2024
AGB Waterdorp;1400000;Overschot;-200;0;0;-200;2024
AGB Waterdorp;1500000;Subsidies;-400;10;90;-480;2024
AGB Waterdorp;6130000;Diensten;;70;;70;2024
AGB Waterdorp;6300000;Afschrijvingen;;30;;30;2024
AGB Waterdorp;7010000;Verkopen;;;150;-150;2024
AGB Waterdorp;7530000;Subsidie in resultaat;;;10;-10;2024`,
  });

  test('J4 balances, with the result of the year in net assets', () => {
    expect(eurosOf(document, 'J4', 'ACTIVA', 'ACTIVA')).toEqual([1640, 1500]);
    expect(eurosOf(document, 'J4', 'PASSIVA', 'PASSIVA')).toEqual([1640, 1500]);
    expect(eurosOf(document, 'J4', 'ACTIVA', 'II.C.1.a')).toEqual([1070, 900]);
    expect(eurosOf(document, 'J4', 'PASSIVA', 'II.B')).toEqual([260, 200]);
  });

  test('J5 is revenue less costs', () => {
    expect(eurosOf(document, 'J5', '', 'I')).toEqual([100]);
    expect(eurosOf(document, 'J5', '', 'II.A')).toEqual([150]);
    expect(eurosOf(document, 'J5', '', 'III')).toEqual([60]);
    expect(eurosOf(document, 'J5', '', 'III.B')).toEqual([10]);
    expect(eurosOf(document, 'J5', '', 'IV.C')).toEqual([60]);
  });

  test('T5 moves from book value to book value', () => {
    const section = 'Mutatiestaat vaste activa';
    expect(eurosOf(document, 'T5', section, 'B.1.a')).toEqual([900, 200, 0, 0, 0, 30, null, null, 0, 1070]);
    expect(eurosOf(document, 'T5', section, 'B.1.b')).toEqual([500, 0, 15, 0, 0, 0, null, null, 0, 485]);
    expect(eurosOf(document, 'T5', section, 'Totaal')).toEqual([1400, 200, 15, 0, 0, 30, null, null, 0, 1555]);
    expect(eurosOf(document, 'T5', 'Mutatiestaat van het nettoactief', 'A')).toEqual([
      400,
      null,
      null,
      null,
      null,
      null,
      90,
      10,
      0,
      480,
    ]);
  });
});

describe('a city, its OCMW and an AGB', () => {
  const document = documentOf({
    'entiteiten.csv': `Naam;Soort
Stad Waterdorp;gemeente
OCMW Waterdorp;OCMW
AGB Waterdorp;AGB`,
    'lijnen.csv': `Entiteit;Algemene rekening;Jaar;Eindkrediet;Jaarrekening
Stad Waterdorp;6130000;2024;100;90
Stad Waterdorp;6190000;2024;20;20
Stad Waterdorp;6941000;2024;40;40
Stad Waterdorp;7300000;2024;300;310
OCMW Waterdorp;6202000;2024;50;50
OCMW Waterdorp;7090000;2024;20;20
OCMW Waterdorp;7941000;2024;40;40
AGB Waterdorp;6130000;2024;10;12
AGB Waterdorp;7010000;2024;30;33`,
    'balans.csv': `Entiteit;Rekening;Beginsaldo;Eindsaldo;Jaar
Stad Waterdorp;0920000;500;500;2024
Stad Waterdorp;0930000;-500;-500;2024
OCMW Waterdorp;0920000;60;60;2024
OCMW Waterdorp;0930000;-60;-60;2024
AGB Waterdorp;0930000;-7;-7;2024
AGB Waterdorp;0920000;7;7;2024`,
  });

  test('what they charge each other is in no schema of the report', () => {
    expect(eurosOf(document, 'J2', 'Budgettair resultaat', 'I.a')).toEqual([310, 300]);
    expect(eurosOf(document, 'J2', 'Budgettair resultaat', 'I.b')).toEqual([140, 150]);
    expect(eurosOf(document, 'T2', 'I. Exploitatie-uitgaven', 'A')[0]).toBe(140);
  });

  test('each has its own credits in J3, the AGB none', () => {
    expect(eurosOf(document, 'J3', 'Gemeente', 'Exploitatie')).toEqual([90, 310, 100, 300, 0, 0]);
    expect(eurosOf(document, 'J3', 'OCMW', 'Exploitatie')).toEqual([50, 0, 50, 0, 0, 0]);
    expect(
      document.statements.some(
        ({ schema, rows }) => schema === 'J3' && rows.some(({ label }) => /AGB|Autonoom/.test(label)),
      ),
    ).toBe(false);
  });

  test('the consolidated part names the report as one, then the AGB, then all together', () => {
    const section = 'Geconsolideerd financieel evenwicht';
    // 560 + 310 - 140 = 730; AGB 7 + 33 - 12 = 28.
    expect(eurosOf(document, 'J2', section, 'Gemeente en OCMW')).toEqual([730, 710]);
    expect(eurosOf(document, 'J2', section, 'AGB Waterdorp')).toEqual([28, 27]);
    expect(eurosOf(document, 'J2', section, 'Totaal beschikbaar budgettair resultaat')).toEqual([758, 737]);
  });
});
