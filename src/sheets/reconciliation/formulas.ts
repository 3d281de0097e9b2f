import type { CreditFigure } from '../../figures/reconciliation/creditFigures';
import { verdictLabel } from '../../figures/reconciliation/creditLabels';
import type { Verdict, VerdictThresholds } from '../../figures/reconciliation/verdict';
import { CENTS_PER_EURO } from '../../plan/money';
import { labelOfDirection } from '../../schema/rows/labels';
import { CREDIT_COLUMNS, creditColumn } from '../creditColumns';
import { here, literal, whole } from '../formulas';
import { TABLES } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import { TRANSFER_COLUMNS } from '../transfers';
import { figureColumn, RECONCILIATION_COLUMNS } from './columns';

const c = RECONCILIATION_COLUMNS;
const at = (column: string): string => here(TABLES.reconciliation, column);
const figure = (name: CreditFigure): string => at(figureColumn(name));

/** Code, letters of kind and direction, and year: what the lists of credits and transfers know a line by. */
const lineText = (code: string): string =>
  `${at(code)}&"|"&LEFT(${at(c.kind)},1)&LEFT(${at(c.direction)},1)&"|"&${at(c.year)}`;

const rowIn = (table: string, column: string, text: string, code: string): string =>
  `IF(${at(code)}="","",IFERROR(MATCH(${text},${whole(table, column)},0),""))`;

export const planRowFormula = (): string => rowIn(TABLES.plan, PLAN_COLUMNS.code, at(c.planCode), c.planCode);
export const creditRowFormula = (): string => rowIn(TABLES.credits, CREDIT_COLUMNS.line, lineText(c.code), c.code);
export const transferRowFormula = (): string =>
  rowIn(TABLES.transfers, TRANSFER_COLUMNS.line, lineText(c.transferCode), c.transferCode);

const inPlan = (column: string): string => `INDEX(${whole(TABLES.plan, column)},${at(c.planRow)})&""`;

export const pathFormula = (pathColumn: string): string => `IF(${at(c.planRow)}="","",${inPlan(pathColumn)})`;
export const titleFormula = (): string =>
  `IF(OR(${at(c.planRow)}="",${at(c.planCode)}<>${at(c.code)}),"",${inPlan(PLAN_COLUMNS.title)})`;

/** A printed figure of the line; an empty text where none is. */
export function printedFormula(phase: 'initialBudget' | 'finalBudget' | 'actual'): string {
  const cell = `INDEX(${whole(TABLES.credits, creditColumn(phase))},${at(c.creditRow)})`;
  return `IF(${at(c.creditRow)}="","",IF(${cell}="","",${cell}))`;
}

export const carriedFormula = (): string =>
  `IF(${at(c.transferRow)}="","",SUMIFS(${whole(TABLES.transfers, TRANSFER_COLUMNS.amount)},${whole(TABLES.transfers, TRANSFER_COLUMNS.line)},${lineText(c.transferCode)}))`;

const remainder = `N(${figure('final')})-N(${figure('actual')})`;
const left = `MAX(${remainder},0)`;
const carried = `N(${figure('carriedOver')})`;
const printed = `COUNT(${figure('final')},${figure('actual')})`;
const rounded = (value: string): string => `ROUND(${value},2)`;

/** The definition of figures/reconciliation/creditFigures, as formulas. */
export const DERIVED_FORMULAS: Readonly<Record<'overrun' | 'carriedTooMuch' | 'lapsed', string>> = {
  overrun: `IF(${printed}=0,"",${rounded(`MAX(-(${remainder}),0)`)})`,
  carriedTooMuch: `IF(${printed}+COUNT(${figure('carriedOver')})=0,"",${rounded(`MAX(${carried}-${left},0)`)})`,
  lapsed: `IF(${printed}=0,IF(${carried}<0,-${carried},""),${rounded(`MAX(${left}-${carried},0)`)})`,
};

/** The verdict of figures/reconciliation/verdict, in the words of the direction of the line. */
export function verdictFormula({ exceededCents, lapsedCents }: VerdictThresholds): string {
  const words = (verdict: Verdict): string => {
    const [expenditure, receipts] = [verdictLabel(verdict, 'expenditure'), verdictLabel(verdict, 'receipts')];
    return expenditure === receipts
      ? literal(expenditure)
      : `IF(${at(c.direction)}=${literal(labelOfDirection('receipts'))},${literal(receipts)},${literal(expenditure)})`;
  };
  const beyond = (name: CreditFigure, cents: number): string => `N(${figure(name)})>${cents / CENTS_PER_EURO}`;
  return (
    `IF(${printed}=0,IF(COUNT(${figure('carriedOver')})=0,"",${words('transferWithoutCredit')}),` +
    `IF(${beyond('carriedTooMuch', exceededCents)},${words('carriedTooMuch')},` +
    `IF(${beyond('overrun', exceededCents)},${words('overrun')},IF(${beyond('lapsed', lapsedCents)},${words('lapses')},${words('closes')}))))`
  );
}

/** The sum of a figure over the lines that meet all criteria; an empty text when none of them has it. */
export function sumFormula(
  name: CreditFigure,
  criteria: readonly (readonly [column: string, value: string])[],
): string {
  const amounts = whole(TABLES.reconciliation, figureColumn(name));
  const met = criteria.map(([column, value]) => `${whole(TABLES.reconciliation, column)},${value}`).join(',');
  return `IF(COUNTIFS(${met},${amounts},">-1E+99")=0,"",SUMIFS(${amounts},${met}))`;
}
