import path from 'node:path';
import { ROOT, textStarting } from '../../scripts/seed/seedFiles.mjs';

/** What tests that want the full texts carry in their name; the skip report looks for it. */
export const FULL_TEXT_NOTE = 'needs the full text in ../shared/seeds';

/** Path of the full text of a seed document ('004'), or null on a machine that does not have it. */
export const fullSeedPath = (prefix) => textStarting(path.join(ROOT, '../shared/seeds'), prefix);
