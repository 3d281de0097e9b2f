import type { PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck, type RuleFinding } from '../check';

/** A code as letters, number and what follows: "AC000143" is AC, 143 in six digits. */
interface CodeParts {
  readonly prefix: string;
  readonly digits: string;
  readonly suffix: string;
}

function partsOf(code: string): CodeParts | null {
  const match = /^(\D*)(\d+)(.*)$/.exec(code);
  return match ? { prefix: match[1] ?? '', digits: match[2] ?? '', suffix: match[3] ?? '' } : null;
}

/** The letters of a code, with its number left open. */
function lettersOf(code: string): string {
  const parts = partsOf(code);
  if (!parts) return code.replace(/\p{L}/gu, 'a');
  return `${parts.prefix}#${parts.suffix.replace(/\d+/g, 'n').replace(/\p{L}/gu, 'a')}`;
}

/** Numbers this long come from a numbering with a fixed width. */
const PADDED_DIGITS = 5;

const isPadded = (digits: string): boolean => digits.startsWith('0') && digits.length > 1;

/** Does the number of a code fit a numbering padded with zeros to `width` (null: not padded)? Short numberings run over: BD99, BD100. */
function fitsWidth(code: string, width: number | null): boolean {
  const digits = partsOf(code)?.digits ?? '';
  if (width === null) return !isPadded(digits) && digits.length < PADDED_DIGITS;
  return digits.length === width || (digits.length > width && width < PADDED_DIGITS && !isPadded(digits));
}

/** The form most codes have: the letters they share, and the width of numbering that fits most of those. */
function usualForm(codes: readonly string[]): (code: string) => boolean {
  const mostOften = <T>(values: readonly T[], count: (value: T) => number): T | undefined =>
    [...new Set(values)].sort((left, right) => count(right) - count(left))[0];
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(lettersOf(code), (counts.get(lettersOf(code)) ?? 0) + 1);
  const letters = mostOften([...counts.keys()], (shape) => counts.get(shape) ?? 0);
  const alike = codes.filter((code) => lettersOf(code) === letters);
  const widths = [null, ...alike.map((code) => partsOf(code)?.digits.length ?? null)];
  const width = mostOften(widths, (candidate) => alike.filter((code) => fitsWidth(code, candidate)).length) ?? null;
  return (code) => lettersOf(code) === letters && fitsWidth(code, width);
}

export const codedNodes = (document: PlanDocument): readonly (PlanNode & { readonly code: string })[] =>
  document.nodes.filter((node): node is PlanNode & { readonly code: string } => node.code !== null);

export function byLevel<Node extends PlanNode>(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const levels = new Map<string, Node[]>();
  for (const node of nodes) {
    const known = levels.get(node.level);
    if (known) known.push(node);
    else levels.set(node.level, [node]);
  }
  return levels;
}

/** A form is the rule of a level when at least this share of its codes has it: boards have codes of their own, but one kind per level. */
const RULE_SHARE = 0.8;
/** Fewer codes than this make no rule. */
const LEAST_CODES = 5;

function* malformed(
  nodes: readonly (PlanNode & { readonly code: string })[],
): Iterable<RuleFinding<'code' | 'level' | 'example'>> {
  const isUsual = usualForm(nodes.map(({ code }) => code));
  const usual = nodes.filter(({ code }) => isUsual(code));
  if (nodes.length < LEAST_CODES || usual.length / nodes.length < RULE_SHARE) return;
  const example = usual[0]?.code ?? '';
  for (const node of nodes) {
    if (isUsual(node.code)) continue;
    yield {
      place: placeAt({ node: node.id, line: node.source.line }),
      figures: { code: node.code, level: node.level, example },
    };
  }
}

/** A code in another form than the others of its level. */
export const structureMalformedCode = ruleCheck({
  id: 'structure.malformed-code',
  severity: 'error',
  nl: [
    'De code {code} heeft een andere vorm dan de andere codes van niveau {level} (zoals {example}).',
    'Verbeter de code, of het niveau waarop ze staat.',
  ],
  en: [
    'Code {code} has another form than the other codes of level {level} (such as {example}).',
    'Correct the code, or the level it stands on.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const nodes of byLevel(codedNodes(document)).values()) yield* malformed(nodes);
  },
});

/** A number is out of line when it lies further beyond the one below it than there are codes on its level. */
function* outliers(
  nodes: readonly (PlanNode & { readonly code: string })[],
): Iterable<RuleFinding<'code' | 'level' | 'last'>> {
  if (nodes.length < LEAST_CODES) return;
  const numbered = nodes
    .map((node) => ({ node, number: Number(partsOf(node.code)?.digits ?? Number.NaN) }))
    .filter(({ number }) => Number.isSafeInteger(number))
    .sort((left, right) => left.number - right.number);
  const start = numbered.findIndex(
    ({ number }, index) =>
      index > 0 && number - (numbered[index - 1]?.number ?? 0) > Math.max(numbered.length, LEAST_CODES),
  );
  if (start < 0 || numbered.length - start > numbered.length * (1 - RULE_SHARE)) return;
  for (const { node } of numbered.slice(start)) {
    yield {
      place: placeAt({ node: node.id, line: node.source.line }),
      figures: { code: node.code, level: node.level, last: numbered[start - 1]?.node.code ?? '' },
    };
  }
}

/** A number far beyond the numbering of its level: a digit too many or a slip. */
export const structureCodeOutlier = ruleCheck({
  id: 'structure.code-outlier',
  severity: 'attention',
  nl: [
    'De code {code} ligt ver buiten de nummering van niveau {level}, die voor de rest loopt tot {last}.',
    'Kijk na of er een cijfer verkeerd staat.',
  ],
  en: [
    'Code {code} lies far outside the numbering of level {level}, which otherwise goes up to {last}.',
    'Check whether a digit is wrong.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const nodes of byLevel(codedNodes(document)).values()) yield* outliers(nodes);
  },
});

/** The same code twice. A reader has already given the second another id and said so; in a workbook both can be typed. */
export const structureDuplicateCode = ruleCheck({
  id: 'structure.duplicate-code',
  severity: 'error',
  nl: [
    'De code {code} komt meer dan één keer voor: bij {first} (regel {firstLine}) en hier.',
    'Geef één van beide een eigen code.',
  ],
  en: [
    'Code {code} occurs more than once: at {first} (line {firstLine}) and here.',
    'Give one of them a code of its own.',
  ],
  reads: ['nodes'],
  audits: true,
  *rule(document) {
    const first = new Map<string, PlanNode>();
    const told = new Set(
      document.findings.filter(({ check }) => check === 'reading.duplicate-code').map(({ place }) => place.node),
    );
    for (const node of codedNodes(document)) {
      const known = first.get(node.code);
      if (!known) first.set(node.code, node);
      else if (!told.has(node.code)) {
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { code: node.code, first: known.title, firstLine: known.source.line },
          subject: String(node.order),
        };
      }
    }
  },
  // A block that is printed twice counts twice in the sums above it.
  *causes(document) {
    const first = new Map<string, PlanNode>();
    for (const node of codedNodes(document)) {
      const known = first.get(node.code);
      if (!known) first.set(node.code, node);
      else
        yield {
          finding: null,
          mended: { ...document, amounts: document.amounts.filter((one) => one.node !== node.id) },
        };
    }
  },
});

/** Codes are looked up one by one up to here; beyond it only the count is told. */
const MOST_NAMED_GAPS = 12;

/** Numbers that are not used, per level. Boards drop actions in the course of a plan; it is good to know which. */
export const structureNumberingGaps = ruleCheck({
  id: 'structure.numbering-gaps',
  severity: 'info',
  nl: [
    'Niveau {level} gebruikt {count:nummer|nummers} tussen {first} en {last} niet: {missing}.',
    'Niets te doen als deze codes geschrapt of verplaatst zijn.',
  ],
  en: [
    'Level {level} does not use {count:number|numbers} between {first} and {last}: {missing}.',
    'Nothing to do if these codes were dropped or moved.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const [level, nodes] of byLevel(codedNodes(document))) {
      const numbers = [...new Set(nodes.map(({ code }) => Number(partsOf(code)?.digits ?? Number.NaN)))]
        .filter(Number.isSafeInteger)
        .sort((left, right) => left - right);
      const [first, last] = [numbers[0], numbers.at(-1)];
      if (first === undefined || last === undefined || last - first > 2 * numbers.length + LEAST_CODES) continue;
      const used = new Set(numbers);
      const missing: number[] = [];
      for (let number = first + 1; number < last; number += 1) if (!used.has(number)) missing.push(number);
      if (missing.length === 0) continue;
      const named = missing.slice(0, MOST_NAMED_GAPS).join(', ') + (missing.length > MOST_NAMED_GAPS ? ', \u2026' : '');
      yield {
        place: placeAt({}),
        figures: { level, count: missing.length, first, last, missing: named },
        subject: level,
      };
    }
  },
});
