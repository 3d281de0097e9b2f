import type { HostContext } from '../protocol/context';
import { intersection, formatAddress, subtract, type Area } from '../model/area';
import type { Sheet, Validation } from '../model/book';
import { acceptFormula } from '../model/write';
import { invalidArgument, notImplemented } from '../model/errors';
import { hostClass, isHostObject, type RangeTarget } from '../protocol/hostClass';
import { booleanOf, given, oneOf, recordOf, soleArea, textOf } from './arguments';
import { checkAllowed } from './edits';

/** Data validation: each cell has at most one rule. */
type Tree = Readonly<Record<string, unknown>>;

/** Kinds of rules, by the key under which the client sends them. */
const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  custom: 'Custom',
  date: 'Date',
  time: 'Time',
};
const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;
const ALERT_STYLES = ['Stop', 'Warning', 'Information'] as const;

const MAX_TITLE = 32;
const MAX_ALERT = 225;
const MAX_PROMPT = 255;
/** A list written out, with its commas. */
const MAX_LIST = 255;

const NO_RULE: Omit<Validation, 'areas'> = {
  rule: {},
  type: 'None',
  errorAlert: { message: '', showAlert: true, style: 'Stop', title: '' },
  prompt: { message: '', showPrompt: true, title: '' },
  ignoreBlanks: true,
};

export function removeValidations(sheet: Sheet, hole: Area): void {
  for (const validation of sheet.validations) {
    if (validation.areas.some((one) => intersection(one, hole)))
      validation.areas = validation.areas.flatMap((one) => subtract(one, hole));
  }
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
}

const found = (target: RangeTarget): Validation[] =>
  target.sheet.validations.filter((validation) =>
    validation.areas.some((one) => target.areas.some((at) => intersection(one, at))),
  );

/** The rule of all the cells; null when they have different ones. */
function commonRule(target: RangeTarget): Omit<Validation, 'areas'> | null {
  const rules = found(target);
  if (rules.length === 0) return NO_RULE;
  const [only] = rules;
  if (rules.length > 1 || only === undefined) return null;
  const uncovered = target.areas.flatMap((at) =>
    only.areas.reduce<Area[]>((left, one) => left.flatMap((part) => subtract(part, one)), [at]),
  );
  return uncovered.length === 0 ? only : null;
}

const sameRule = (a: Omit<Validation, 'areas'>, b: Omit<Validation, 'areas'>): boolean =>
  a.type === b.type &&
  a.ignoreBlanks === b.ignoreBlanks &&
  JSON.stringify([a.rule, a.errorAlert, a.prompt]) === JSON.stringify([b.rule, b.errorAlert, b.prompt]);

function store(target: RangeTarget, change: Partial<Omit<Validation, 'areas'>>): void {
  checkAllowed(target.sheet, 'allowFormatCells');
  const before = commonRule(target) ?? NO_RULE;
  const after = { ...before, ...change };
  for (const at of target.areas) removeValidations(target.sheet, at);
  const { rule, type, errorAlert, prompt, ignoreBlanks } = after;
  const made = { rule, type, errorAlert, prompt, ignoreBlanks };
  const alike = target.sheet.validations.find((one) => sameRule(one, made));
  if (alike !== undefined) alike.areas.push(...target.areas);
  else target.sheet.validations.push({ ...made, areas: [...target.areas] });
}

function sourceOf(value: unknown, context: HostContext): string {
  if (isHostObject(value)) {
    if (value.range === null) throw invalidArgument('source of a list');
    return `=${formatAddress(value.range.sheet.name, soleArea(value.range), true)}`;
  }
  const text = textOf(value, 'source of a list');
  if (text === '') throw invalidArgument('a list without a source');
  if (!text.startsWith('=')) {
    if (text.length > MAX_LIST) throw invalidArgument(`a list of ${text.length} characters written out`);
    return text;
  }
  if (/\[/.test(text)) throw invalidArgument('a list cannot name a table: use a defined name');
  return acceptFormula(context.book, undefined, text);
}

function bounds(rule: Tree): Tree {
  const operator = oneOf(rule.operator, OPERATORS, 'operator');
  if (!given(rule.formula1)) throw invalidArgument('formula1 is missing');
  if ((operator === 'Between' || operator === 'NotBetween') && !given(rule.formula2))
    throw invalidArgument('formula2 is missing');
  return { operator, formula1: rule.formula1, ...(given(rule.formula2) ? { formula2: rule.formula2 } : {}) };
}

function ruleOf(value: unknown, context: HostContext): Pick<Validation, 'rule' | 'type'> {
  const rule = recordOf(value, 'rule');
  const kinds = Object.keys(rule).filter((key) => given(rule[key]));
  const [kind] = kinds;
  const type = kind === undefined ? undefined : TYPES[kind];
  if (kind === undefined || type === undefined || kinds.length !== 1)
    throw invalidArgument(`rule with ${kinds.join(', ') || 'nothing'}`);
  const body = recordOf(rule[kind], kind);
  if (kind === 'list')
    return {
      type,
      rule: { list: { inCellDropDown: body.inCellDropDown !== false, source: sourceOf(body.source, context) } },
    };
  if (kind === 'custom')
    return {
      type,
      rule: { custom: { formula: acceptFormula(context.book, undefined, textOf(body.formula, 'formula')) } },
    };
  if (kind === 'date' || kind === 'time') throw notImplemented(`validation of kind ${kind}`);
  return { type, rule: { [kind]: bounds(body) } };
}

function limited(value: unknown, limit: number, what: string): string {
  const text = given(value) ? textOf(value, what) : '';
  if (text.length > limit) throw invalidArgument(`${what} of ${text.length} characters; Excel takes ${limit}`);
  return text;
}

export const dataValidation = hostClass<RangeTarget>({
  name: 'DataValidation',
  scalars: {
    Type: { get: (target) => commonRule(target)?.type ?? 'Inconsistent' },
    Rule: {
      get: (target) => commonRule(target)?.rule ?? null,
      set: (target, value, context) => store(target, ruleOf(value, context)),
    },
    ErrorAlert: {
      get: (target) => commonRule(target)?.errorAlert ?? null,
      set: (target, value) => {
        const alert = recordOf(value, 'errorAlert');
        store(target, {
          errorAlert: {
            message: limited(alert.message, MAX_ALERT, 'message of an error alert'),
            showAlert: alert.showAlert !== false,
            style: given(alert.style) ? oneOf(alert.style, ALERT_STYLES, 'style') : 'Stop',
            title: limited(alert.title, MAX_TITLE, 'title of an error alert'),
          },
        });
      },
    },
    Prompt: {
      get: (target) => commonRule(target)?.prompt ?? null,
      set: (target, value) => {
        const prompt = recordOf(value, 'prompt');
        store(target, {
          prompt: {
            message: limited(prompt.message, MAX_PROMPT, 'message of a prompt'),
            showPrompt: prompt.showPrompt !== false,
            title: limited(prompt.title, MAX_TITLE, 'title of a prompt'),
          },
        });
      },
    },
    IgnoreBlanks: {
      get: (target) => commonRule(target)?.ignoreBlanks ?? null,
      set: (target, value) => store(target, { ignoreBlanks: booleanOf(value, 'ignoreBlanks') }),
    },
  },
  methods: {
    Clear: (target) => {
      checkAllowed(target.sheet, 'allowFormatCells');
      for (const at of target.areas) removeValidations(target.sheet, at);
    },
  },
});

/** The rule a cell must follow when someone types in it; undefined when there is none. */
/** A rule by formula that is never true. */
export const isNever = (custom: unknown): boolean =>
  typeof custom === 'object' && custom !== null && 'formula' in custom && custom.formula === '=FALSE';

export const validationAt = (sheet: Sheet, at: Area): Validation | undefined =>
  sheet.validations.find((validation) => validation.areas.some((one) => intersection(one, at)));
