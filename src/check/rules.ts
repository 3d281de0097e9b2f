import { SEVERITIES, type Language } from '../plan/finding';
import { failure, success, type Result } from '../plan/result';
import { z } from '../plan/zod';
import type { CheckSettings } from './settings';
import { ownRuleSchema, thresholdsSchema } from './settingsSchema';

const RULES_FORMAT = 'planboek/rules@1';

/** The rules of a board as a file: severity or off per check, thresholds, and rules of its own. What it leaves out stays as it was. */
const rulesSchema = z.strictObject({
  format: z.literal(RULES_FORMAT),
  checks: z.record(z.string(), z.strictObject({ severity: z.enum([...SEVERITIES, 'off']) })).default({}),
  thresholds: thresholdsSchema.partial().default({}),
  own: z.array(ownRuleSchema).default([]),
});
export type Rules = z.infer<typeof rulesSchema>;

/** What is wrong in a file of rules, by place in it. */
interface RulesProblem {
  readonly path: string;
  readonly message: string;
}

const SAYS = {
  noJson: { nl: 'dit is geen JSON', en: 'this is not JSON' },
  unknown: { nl: 'er bestaat geen controle met deze naam', en: 'there is no check of this name' },
} as const;

/** Reads a file of rules; every name in it must be that of a check, so that a slip does not silently do nothing. */
export function readRules(
  text: string,
  isCheck: (id: string) => boolean,
  language: Language,
): Result<Rules, readonly RulesProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure([{ path: '', message: SAYS.noJson[language] }]);
  }
  const parsed = rulesSchema.safeParse(json);
  if (!parsed.success)
    return failure(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const unknown = Object.keys(parsed.data.checks).filter((id) => !isCheck(id));
  return unknown.length === 0
    ? success(parsed.data)
    : failure(unknown.map((id) => ({ path: `checks.${id}`, message: SAYS.unknown[language] })));
}

/** The settings with rules laid over them. */
export const withRules = (settings: CheckSettings, { checks, thresholds, own }: Rules): CheckSettings => ({
  ...settings,
  severities: {
    ...settings.severities,
    ...Object.fromEntries(Object.entries(checks).map(([id, { severity }]) => [id, severity])),
  },
  thresholds: {
    ...settings.thresholds,
    ...Object.fromEntries(Object.entries(thresholds).filter(([, value]) => value !== undefined)),
  },
  ownRules: own.length === 0 ? settings.ownRules : own,
});
