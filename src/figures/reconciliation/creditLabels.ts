import type { Flow } from '../../plan/vocabulary';
import type { Language } from '../../plan/finding';
import type { CreditFigure } from './creditFigures';
import type { Verdict } from './verdict';

/** Whose words: those of one direction, or those that hold for a list of both. */
export type LabelScope = Flow | 'both';

interface CreditLabels {
  readonly figures: Readonly<Record<LabelScope, Readonly<Record<CreditFigure, string>>>>;
  readonly verdicts: Readonly<Record<Flow, Readonly<Record<Verdict, string>>>>;
}

const NL_PHASES = { initial: 'Initieel krediet', final: 'Eindkrediet', actual: 'Jaarrekening' };
const NL_CARRIED = { carriedOver: 'Overgedragen', carriedTooMuch: 'Te veel overgedragen' };
const EN_PHASES = { initial: 'Initial budget', final: 'Final budget', actual: 'Actual' };
const EN_CARRIED = { carriedOver: 'Carried over', carriedTooMuch: 'Carried over too much' };

const NL_VERDICTS: Readonly<Record<Verdict, string>> = {
  transferWithoutCredit: 'overdracht zonder krediet',
  carriedTooMuch: 'meer overgedragen dan over',
  overrun: 'overschreden',
  lapses: 'vervalt',
  closes: 'sluit',
};
const EN_VERDICTS: Readonly<Record<Verdict, string>> = {
  transferWithoutCredit: 'transfer without credit',
  carriedTooMuch: 'more carried over than left',
  overrun: 'overrun',
  lapses: 'lapses',
  closes: 'closes',
};
/** A receipt does not lapse and is not overrun: it comes in, comes in later, or does not. */
const NL_RECEIPT_VERDICTS: Readonly<Record<Verdict, string>> = {
  ...NL_VERDICTS,
  carriedTooMuch: 'meer overgedragen dan nog te ontvangen',
  overrun: 'meer ontvangen',
  lapses: 'minder ontvangen',
};
const EN_RECEIPT_VERDICTS: Readonly<Record<Verdict, string>> = {
  ...EN_VERDICTS,
  carriedTooMuch: 'more carried over than outstanding',
  overrun: 'received more',
  lapses: 'received less',
};

/** The words of the reconciliation, in one place: sheets, pane, functions and command line say them alike. */
const CREDIT_LABELS: Readonly<Record<Language, CreditLabels>> = {
  nl: {
    figures: {
      expenditure: { ...NL_PHASES, ...NL_CARRIED, overrun: 'Overschreden', lapsed: 'Vervallen' },
      receipts: { ...NL_PHASES, ...NL_CARRIED, overrun: 'Meer ontvangen', lapsed: 'Minder ontvangen' },
      both: {
        ...NL_PHASES,
        ...NL_CARRIED,
        overrun: 'Overschreden of meer ontvangen',
        lapsed: 'Vervallen of minder ontvangen',
      },
    },
    verdicts: { expenditure: NL_VERDICTS, receipts: NL_RECEIPT_VERDICTS },
  },
  en: {
    figures: {
      expenditure: { ...EN_PHASES, ...EN_CARRIED, overrun: 'Overrun', lapsed: 'Lapsed' },
      receipts: { ...EN_PHASES, ...EN_CARRIED, overrun: 'Received more', lapsed: 'Received less' },
      both: { ...EN_PHASES, ...EN_CARRIED, overrun: 'Overrun or received more', lapsed: 'Lapsed or received less' },
    },
    verdicts: { expenditure: EN_VERDICTS, receipts: EN_RECEIPT_VERDICTS },
  },
};

export const figureLabel = (figure: CreditFigure, scope: LabelScope, language: Language = 'nl'): string =>
  CREDIT_LABELS[language].figures[scope][figure];

/** '' without a verdict. */
export const verdictLabel = (verdict: Verdict | null, direction: Flow, language: Language = 'nl'): string =>
  verdict === null ? '' : CREDIT_LABELS[language].verdicts[direction][verdict];
