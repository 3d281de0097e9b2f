import { labelOfRole, type LineRole } from '../../plan/lineRole';
import { failure, success, type Result } from '../../plan/result';
import { draftProfile } from '../../read/outline/draft';
import { previewProfile, type ProfilePreview } from '../../read/outline/preview';
import type { OutlineProfile } from '../../read/outline/profile';
import { readLines } from '../../read/file/read';
import path from 'node:path';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { loadInput, readFailureText, STANDARD_INPUT } from '../input';
import { loadProfiles, profileFiles, PROFILE_OPTION } from '../profiles';
import { inputsOf, refusal } from '../target/target';
import { columns } from '../textTable';

/** Lines shown of a list that may be long. */
const SHOWN = 12;

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
const TITLE_WIDTH = 60;

/** What a profile makes of a document, for reading: levels with their nodes, what else was found, what nothing took and what is doubtful. */
function previewText(preview: ProfilePreview, profile: OutlineProfile, { texts, language }: Invocation): string {
  const { profile: t } = texts;
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
  const more = (count: number): readonly string[] => (count > SHOWN ? [t.more(count - SHOWN)] : []);
  const roles = new Map<LineRole, number>();
  for (const { role } of preview.lines) roles.set(role, (roles.get(role) ?? 0) + 1);
  const byNumber = new Map(preview.lines.map((line) => [line.number, line.text]));
  const { reviews, unrecognised } = preview;
  return [
    `${profile.name} (${profile.id})`,
    ...section(
      t.levels,
      columns(
        preview.levels.map(({ id, name, nodes, first }) => [id, name, String(nodes), cut(first ?? '', TITLE_WIDTH)]),
        ['left', 'left', 'right', 'left'],
      ),
    ),
    ...section(t.found, [
      t.indicators(preview.indicators),
      ...preview.tables.map(({ title, rows }) => t.table(title, rows)),
    ]),
    ...section(
      t.roles,
      columns(
        [...roles].map(([role, count]) => [labelOfRole(role, language), String(count)]),
        ['left', 'right'],
      ),
    ),
    ...section(t.unrecognised(unrecognised.length), [
      ...unrecognised
        .slice(0, SHOWN)
        .map((line) => `${texts.line(line)}: ${cut(byNumber.get(line) ?? '', TITLE_WIDTH)}`),
      ...more(unrecognised.length),
    ]),
    ...section(t.reviews(reviews.length), [
      ...reviews.slice(0, SHOWN).map(({ line, text }) => `${texts.line(line)}: ${cut(text, TITLE_WIDTH)}`),
      ...more(reviews.length),
    ]),
  ].join('\n');
}

/** Bewares of what stands there as `build` does: a profile that was worked on is not made anew unasked. The value is the path. */
async function saveProfile(
  target: string,
  bytes: Uint8Array,
  invocation: Invocation,
  host: Host,
): Promise<Result<string, string>> {
  const { texts, files, values } = invocation;
  const standing = await host.inspect(target);
  const refused = refusal(target, standing, await inputsOf([...files, ...profileFiles(invocation)], host), invocation);
  if (refused !== null) return failure(refused);
  if (standing.at === 'file') {
    const there = await host.readFile(target);
    const isSame =
      there.ok && there.value.length === bytes.length && there.value.every((byte, at) => byte === bytes[at]);
    if (!isSame && values.replace === undefined) return failure(texts.target.otherFile(target));
    const copy = isSame ? success(null) : await host.backUp(target);
    if (!copy.ok) return failure(texts.target.noBackup(target, copy.failure.detail));
  }
  const written = await host.writeFile(target, bytes);
  return written.ok ? written : failure(texts.file.notWritten(target, written.failure.detail));
}

async function profileOf(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const {
    files: [file = ''],
    values,
    texts,
    language,
  } = invocation;
  const given = await loadProfiles(invocation, host);
  if (!given.ok) return given;
  const input = await loadInput(file, texts, host);
  if (!input.ok) return input;
  const source = await readLines(input.value.bytes, input.value.name);
  if (!source.ok) return failure(readFailureText(source.failure, language));
  const { lines } = source.value;
  const profile = given.value[0] ?? draftProfile(lines, path.parse(input.value.name).name);
  if (!profile) return failure(texts.profile.noDraft(input.value.name));
  const preview = previewText(previewProfile(lines, profile), profile, invocation);
  const json = `${JSON.stringify(profile, null, 2)}\n`;
  const { output } = values;
  if (output === undefined) {
    host.print(preview);
    return success(EXIT.done);
  }
  if (output === STANDARD_INPUT) {
    const sent = await host.writeOutput(new TextEncoder().encode(json));
    if (!sent.ok) return failure(texts.file.outputFailed(sent.failure.detail));
    host.complain(preview);
    return success(EXIT.done);
  }
  const written = await saveProfile(String(output), new TextEncoder().encode(json), invocation, host);
  if (!written.ok) return written;
  host.print(`${preview}\n\n${texts.profile.written(written.value)}`);
  return success(EXIT.done);
}

/** `planboek profile FILE [--profile PROFILE.json] [-o PROFILE.json]`: a first profile of a plan, and what it makes of that plan. */
export const profileCommand: Command = {
  name: 'profile',
  options: { ...PROFILE_OPTION, output: { type: 'string', short: 'o' }, replace: { type: 'boolean' } },
  maxFiles: 1,
  run: async (invocation, host) => {
    const done = await profileOf(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
