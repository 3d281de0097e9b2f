import { documentJsonSchema } from '../src/plan/documentSchema';
import { checksDocument } from './checksDoc';
import { assumptionsDocument } from './assumptionsDoc';
import { functionsMarkdown } from './functions/manual.mjs';

/** The documents that are made from the code: path from the root, and the text it must hold. A test keeps them up to date. */
export const GENERATED_DOCS: readonly { readonly file: string; readonly text: () => string }[] = [
  { file: 'docs/host-assumptions.md', text: assumptionsDocument },
  { file: 'docs/checks.md', text: checksDocument },
  { file: 'docs/functions.md', text: () => functionsMarkdown(process.cwd()) },
  { file: 'docs/document.schema.json', text: () => `${JSON.stringify(documentJsonSchema(), null, 2)}\n` },
];
