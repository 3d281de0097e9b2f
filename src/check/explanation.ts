import { z } from 'zod';
import type { Finding } from '../plan/finding';

// Without this zod compiles its checks with `new Function`, which the content security policy of the add-in forbids.
z.config({ jitless: true });

/** What the user made of a finding. `explained` asks for a text; `accepted` needs none. */
export const EXPLANATION_STATES = ['open', 'explained', 'accepted'] as const;
export type ExplanationState = (typeof EXPLANATION_STATES)[number];

/** An explanation as it is kept in the workbook, by the key of its finding. */
export const explanationSchema = z.strictObject({
  key: z.string().min(1),
  state: z.enum(EXPLANATION_STATES),
  text: z.string(),
  initials: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** A finding with what the user made of it. */
export interface ExplainedFinding extends Finding {
  readonly state: ExplanationState;
  readonly explanation: string;
  readonly initials: string;
}

export interface ExplainedFindings {
  readonly findings: readonly ExplainedFinding[];
  /** Explanations of findings that are gone: kept, because a finding may come back with the next import. */
  readonly dormant: readonly Explanation[];
}

const OPEN: Omit<Explanation, 'key'> = { state: 'open', text: '', initials: '' };

/** Lays the stored explanations beside the findings of a new run, by key. None is lost. */
export function mergeExplanations(findings: readonly Finding[], stored: readonly Explanation[]): ExplainedFindings {
  const byKey = new Map(stored.map((explanation) => [explanation.key, explanation]));
  const found = new Set(findings.map(({ key }) => key));
  return {
    findings: findings.map((finding) => {
      const { state, text, initials } = byKey.get(finding.key) ?? OPEN;
      return { ...finding, state, explanation: text, initials };
    }),
    dormant: [...byKey.values()].filter(({ key }) => !found.has(key)),
  };
}

/** Sets what the user made of one finding. "Explained" without a text is still open: it explains nothing. */
export function explain(stored: readonly Explanation[], key: string, change: Partial<Omit<Explanation, 'key'>>): readonly Explanation[] {
  const known = stored.find((explanation) => explanation.key === key);
  const next = { ...OPEN, ...known, ...change, key };
  const state: ExplanationState = next.state === 'explained' && next.text.trim() === '' ? 'open' : next.state;
  const entry: Explanation = { ...next, state };
  return known ? stored.map((explanation) => (explanation === known ? entry : explanation)) : [...stored, entry];
}

/** What is to be stored after the user worked on the list: the findings that are not open, and the dormant ones. */
export const storedExplanations = ({ findings, dormant }: ExplainedFindings): readonly Explanation[] => [
  ...findings
    .filter(({ state, explanation }) => state !== 'open' || explanation !== '')
    .map(({ key, state, explanation, initials }): Explanation => ({ key, state, text: explanation, initials })),
  ...dormant,
];

/** Explanations as stored, each guarded on its own: one that is damaged does not take the others with it. */
export function readExplanations(stored: unknown): readonly Explanation[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const parsed = explanationSchema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
