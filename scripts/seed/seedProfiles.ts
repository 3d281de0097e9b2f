import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readProfileText, type OutlineProfile } from '../../src/read/outline/profile';
import { ROOT } from './seedFiles.mjs';

const FOLDER = path.join(ROOT, 'seeds', 'profiles');

/** Where the profiles of the seed plans stand. */
export const SEED_PROFILE_FILES: readonly string[] = readdirSync(FOLDER).map((name) => path.join(FOLDER, name));

function profileOf(file: string): OutlineProfile {
  const profile = readProfileText(readFileSync(file, 'utf8'));
  if (!profile.ok)
    throw new Error(`${file}: ${profile.failure.map(({ path: at, message }) => `${at} ${message}`).join('; ')}`);
  return profile.value;
}

/** How the plans among the seeds are read. The product ships no profile of one board, so tests hand them over as a user does. */
export const SEED_PROFILES: readonly OutlineProfile[] = SEED_PROFILE_FILES.map(profileOf);
