import { failure, success, type Result } from '../plan/result';
import { readProfileText, type OutlineProfile } from '../read/outline/profile';
import type { OptionSpecs } from './command';
import type { Invocation } from './command';
import type { Host } from './host';
import { loadInput } from './input';

/** Option of every command that reads documents. */
export const PROFILE_OPTION: OptionSpecs = { profile: { type: 'string' } };

/** More problems than this say the same as the first ones. */
const SHOWN_PROBLEMS = 12;

/** The files named with --profile, separated by commas. */
export const profileFiles = ({ values: { profile } }: Invocation): readonly string[] =>
  typeof profile === 'string'
    ? profile
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
    : [];

/** The profiles named with --profile, separated by commas; the failure names the file and every place in it that is wrong. */
export async function loadProfiles(
  invocation: Invocation,
  host: Host,
): Promise<Result<readonly OutlineProfile[], string>> {
  const { texts, language } = invocation;
  const profiles: OutlineProfile[] = [];
  for (const file of profileFiles(invocation)) {
    const input = await loadInput(file, texts, host);
    if (!input.ok) return input;
    const read = readProfileText(new TextDecoder().decode(input.value.bytes), language);
    if (!read.ok) {
      const problems = read.failure
        .slice(0, SHOWN_PROBLEMS)
        .map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
      return failure([texts.profile.bad(input.value.name), ...problems].join('\n'));
    }
    profiles.push(read.value);
  }
  return success(profiles);
}
