import type { Language } from '../../plan/finding';
import { MAX_FILE_BYTES } from '../../read/file/decode';
import type { OutlineProfile } from '../../read/outline/profile';
import { failure, success, type Result } from '../../plan/result';
import type { FileProblem } from './state';

/** What a user picked: documents, and profiles (JSON) that say how plans among them are read. */
export interface PickedFiles {
  readonly documents: readonly File[];
  readonly profiles: readonly OutlineProfile[];
}

const isProfile = ({ name }: File): boolean => /\.json$/i.test(name);

/** More places than these say the same as the first ones. */
const SHOWN_PLACES = 5;

async function profileOf(file: File, language: Language): Promise<Result<OutlineProfile, FileProblem>> {
  const { name, size } = file;
  if (size > MAX_FILE_BYTES) return failure({ kind: 'tooLarge', name, bytes: size, most: MAX_FILE_BYTES });
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return failure({ kind: 'unreadable', name });
  }
  // What guards a profile is large, and asked for only when there is one.
  const { readProfileText } = await import('../../read/outline/profile');
  const profile = readProfileText(new TextDecoder().decode(bytes), language);
  if (profile.ok) return profile;
  const places = profile.failure
    .slice(0, SHOWN_PLACES)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return failure({ kind: 'badProfile', name, places });
}

/** Tells the profiles among picked files from the documents; a profile that cannot be used stops the reading. */
export async function pickedFiles(
  files: readonly File[],
  language: Language,
): Promise<Result<PickedFiles, FileProblem>> {
  const documents = files.filter((file) => !isProfile(file));
  const profiles: OutlineProfile[] = [];
  for (const file of files.filter(isProfile)) {
    const profile = await profileOf(file, language);
    if (!profile.ok) return profile;
    profiles.push(profile.value);
  }
  return documents.length === 0 ? failure({ kind: 'onlyProfiles' }) : success({ documents, profiles });
}
