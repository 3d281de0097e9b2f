import { readRules, type Rules } from '../check/rules';
import { failure, success, type Result } from '../plan/result';
import type { Invocation, OptionSpecs } from './command';
import { isCheckId } from './findings';
import type { Host } from './host';
import { loadInput } from './input';

/** The rules of the board, laid over those of a workbook. */
export const RULES_OPTION: OptionSpecs = { rules: { type: 'string' } };

/** More problems than this say the same as the first ones. */
const SHOWN_PROBLEMS = 12;

/** The rules named with --rules; null without. The failure names the file and every place in it that is wrong. */
export async function loadRules(invocation: Invocation, host: Host): Promise<Result<Rules | null, string>> {
  const { texts, language, values } = invocation;
  if (typeof values.rules !== 'string') return success(null);
  const input = await loadInput(values.rules, texts, host);
  if (!input.ok) return input;
  const read = readRules(new TextDecoder().decode(input.value.bytes), isCheckId, language);
  if (read.ok) return read;
  const problems = read.failure
    .slice(0, SHOWN_PROBLEMS)
    .map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
  return failure([texts.badRules(input.value.name), ...problems].join('\n'));
}
