import type { Language } from '../../plan/finding';
import type { Phase } from '../../plan/vocabulary';
import { counted } from '../counted';

/** Texts of the plan tree and of the card of a node. */
export interface PlanTexts {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly clearSearch: string;
  readonly filters: string;
  readonly filtersActive: (count: string) => string;
  readonly clearFilters: string;
  readonly status: string;
  readonly noEvaluation: string;
  readonly level: string;
  readonly money: string;
  readonly moneyAny: string;
  readonly moneyWith: string;
  readonly moneyWithout: string;
  readonly moneyOverrun: string;
  readonly findings: string;
  readonly findingsAny: string;
  readonly findingsWith: string;
  readonly findingsErrors: string;
  readonly shown: (shown: string, total: string) => string;
  readonly nothingFound: string;
  readonly nothingFoundRemedy: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly tree: string;
  readonly findingCount: (count: number) => string;
  readonly card: string;
  readonly backToTree: string;
  readonly path: string;
  readonly previous: string;
  readonly next: string;
  readonly priority: string;
  readonly yes: string;
  readonly no: string;
  readonly period: string;
  readonly evaluation: string;
  readonly noEvaluationText: string;
  readonly wholeText: string;
  readonly edit: string;
  readonly editEvaluation: string;
  readonly statusSaved: (code: string) => string;
  readonly evaluationSaved: (code: string) => string;
  readonly undone: string;
  readonly unsaved: string;
  readonly amounts: string;
  /** Short enough for the head of a narrow column. */
  readonly phases: Readonly<Record<Phase, string>>;
  readonly noAmounts: string;
  readonly rolledUp: string;
  readonly realised: string;
  readonly of: (actual: string, budget: string) => string;
  readonly realisation: (percent: string) => string;
  readonly noCredit: string;
  readonly transfers: string;
  readonly links: string;
  /** What another part does to this one. */
  readonly linkedBy: (other: string, kind: string) => string;
  readonly indicators: string;
  readonly target: string;
  readonly changedBelow: string;
  readonly takeSheetText: string;
  readonly transferYears: (from: string, to: string) => string;
  readonly below: string;
  readonly source: string;
  readonly sourceMissing: string;
  readonly moreLines: string;
  readonly page: (page: string) => string;
  readonly showInSheet: string;
  readonly empty: string;
}

export const PLAN_TEXTS: Readonly<Record<Language, PlanTexts>> = {
  nl: {
    title: 'Plan',
    search: 'Zoeken in het plan',
    searchHint: 'Code, titel of tekst van de evaluatie',
    clearSearch: 'Zoekterm wissen',
    filters: 'Filters',
    filtersActive: (count) => `Filters (${count})`,
    clearFilters: 'Filters wissen',
    status: 'Status',
    noEvaluation: 'Geen evaluatie',
    level: 'Niveau',
    money: 'Geld',
    moneyAny: 'Met en zonder bedragen',
    moneyWith: 'Met bedragen',
    moneyWithout: 'Zonder bedragen',
    moneyOverrun: 'Meer uitgegeven dan voorzien',
    findings: 'Bevindingen',
    findingsAny: 'Met en zonder bevindingen',
    findingsWith: 'Met open bevindingen',
    findingsErrors: 'Met open fouten',
    shown: (shown, total) => `${shown} van ${total}`,
    nothingFound: 'Niets gevonden',
    nothingFoundRemedy: 'Geen enkel onderdeel van het plan past bij deze zoekterm en filters.',
    expandAll: 'Alles openen',
    collapseAll: 'Alles sluiten',
    tree: 'Het plan als boom',
    findingCount: counted('nl', 'open bevinding', 'open bevindingen'),
    card: 'Kaart',
    backToTree: 'Terug naar het plan',
    path: 'Plaats in het plan',
    previous: 'Vorige',
    next: 'Volgende',
    priority: 'Prioritair',
    yes: 'ja',
    no: 'nee',
    period: 'Periode',
    evaluation: 'Evaluatie',
    noEvaluationText: 'Er is geen toelichting gedrukt.',
    wholeText: 'Hele tekst tonen',
    edit: 'Wijzigen',
    editEvaluation: 'Tekst van de evaluatie',
    statusSaved: (code) => `Status van ${code} gewijzigd.`,
    evaluationSaved: (code) => `Evaluatie van ${code} gewijzigd.`,
    undone: 'De wijziging is ongedaan gemaakt.',
    unsaved: 'Nog niet bewaard',
    amounts: 'Bedragen',
    phases: { initialBudget: 'Initieel', finalBudget: 'Eindkrediet', actual: 'Rekening', plan: 'Plan' },
    noAmounts: 'Bij dit onderdeel zijn geen bedragen gedrukt.',
    rolledUp: 'Som van wat eronder staat',
    realised: 'Realisatie',
    of: (actual, budget) => `${actual} van ${budget}`,
    realisation: (percent) => `${percent} gerealiseerd`,
    noCredit: 'geen eindkrediet',
    transfers: 'Overdrachten',
    links: 'Koppelingen',
    linkedBy: (other, kind) => `${other} ${kind} dit onderdeel`,
    indicators: 'Indicatoren',
    target: 'Doel',
    changedBelow: 'Intussen is deze tekst op het blad gewijzigd. Bewaren zet uw tekst in de plaats.',
    takeSheetText: 'Tekst van het blad nemen',
    transferYears: (from, to) => `${from} naar ${to}`,
    below: 'Onderliggend',
    source: 'Bron',
    sourceMissing: 'De regels van de bron staan niet in dit werkboek. Lees het rapport opnieuw in om ze te zien.',
    moreLines: 'Meer regels tonen',
    page: (page) => `blz. ${page}`,
    showInSheet: 'Toon op het blad',
    empty: 'Dit rapport bevat geen plan.',
  },
  en: {
    title: 'Plan',
    search: 'Search the plan',
    searchHint: 'Code, title or text of the evaluation',
    clearSearch: 'Clear the search',
    filters: 'Filters',
    filtersActive: (count) => `Filters (${count})`,
    clearFilters: 'Clear filters',
    status: 'Status',
    noEvaluation: 'No evaluation',
    level: 'Level',
    money: 'Money',
    moneyAny: 'With and without amounts',
    moneyWith: 'With amounts',
    moneyWithout: 'Without amounts',
    moneyOverrun: 'More spent than budgeted',
    findings: 'Findings',
    findingsAny: 'With and without findings',
    findingsWith: 'With open findings',
    findingsErrors: 'With open errors',
    shown: (shown, total) => `${shown} of ${total}`,
    nothingFound: 'Nothing found',
    nothingFoundRemedy: 'No part of the plan matches this search and these filters.',
    expandAll: 'Expand all',
    collapseAll: 'Collapse all',
    tree: 'The plan as a tree',
    findingCount: counted('en', 'open finding', 'open findings'),
    card: 'Card',
    backToTree: 'Back to the plan',
    path: 'Place in the plan',
    previous: 'Previous',
    next: 'Next',
    priority: 'Priority',
    yes: 'yes',
    no: 'no',
    period: 'Period',
    evaluation: 'Evaluation',
    noEvaluationText: 'No explanation is printed.',
    wholeText: 'Show the whole text',
    edit: 'Edit',
    editEvaluation: 'Text of the evaluation',
    statusSaved: (code) => `Status of ${code} changed.`,
    evaluationSaved: (code) => `Evaluation of ${code} changed.`,
    undone: 'The change was undone.',
    unsaved: 'Not saved yet',
    amounts: 'Amounts',
    phases: { initialBudget: 'Initial', finalBudget: 'Final', actual: 'Actual', plan: 'Plan' },
    noAmounts: 'No amounts are printed here.',
    rolledUp: 'Sum of what is below',
    realised: 'Realisation',
    of: (actual, budget) => `${actual} of ${budget}`,
    realisation: (percent) => `${percent} realised`,
    noCredit: 'no final budget',
    transfers: 'Credits carried over',
    links: 'Links',
    linkedBy: (other, kind) => `${other} ${kind} this part`,
    indicators: 'Indicators',
    target: 'Target',
    changedBelow: 'This text was changed in the sheet meanwhile. Saving puts yours in its place.',
    takeSheetText: 'Take the text of the sheet',
    transferYears: (from, to) => `${from} to ${to}`,
    below: 'Below',
    source: 'Source',
    sourceMissing: 'The lines of the source are not in this workbook. Import the report again to see them.',
    moreLines: 'Show more lines',
    page: (page) => `p. ${page}`,
    showInSheet: 'Show in the sheet',
    empty: 'This report holds no plan.',
  },
};
