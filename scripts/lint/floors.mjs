import path from 'node:path';

/**
 * The dependency rule of the house as data: which floors of src a floor may import, and which packages.
 * A floor that is not listed may not exist; a package that is not listed may not be imported there. zod is configured in plan/zod and comes from there.
 */
export const FLOORS = {
  plan: { floors: [], packages: ['zod'] },
  schema: { floors: ['plan'], packages: [] },
  figures: { floors: ['plan', 'schema'], packages: [] },
  changes: { floors: ['plan', 'schema', 'figures'], packages: ['diff'] },
  read: { floors: ['plan', 'schema'], packages: ['zod', 'pdfjs-dist'] },
  check: { floors: ['plan', 'schema', 'figures', 'changes', 'read'], packages: [] },
  sheets: { floors: ['plan', 'schema', 'figures', 'changes', 'read', 'check'], packages: [] },
  workbook: { floors: ['plan', 'read', 'sheets'], packages: ['hucre'] },
  i18n: { floors: ['plan', 'schema'], packages: [] },
  functions: { floors: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'i18n'], packages: [] },
  taskpane: {
    floors: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'workbook', 'i18n'],
    packages: ['react', 'react-dom', '@fluentui/react-components', '@fluentui/react-icons'],
  },
  cli: {
    floors: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'workbook', 'i18n'],
    packages: ['node:'],
  },
};

/** The floors that know no host: no React, Office, Node or DOM, not even as a global. */
export const CORE = ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets'];

const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const allowsPackage = (floor, specifier) =>
  FLOORS[floor].packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : packageName(specifier) === name,
  );

function floorOf(file, root) {
  const [top, floor] = path.relative(path.join(root, 'src'), file).split(path.sep);
  return top === '..' || path.isAbsolute(top ?? '') || floor === undefined ? null : top;
}

/** What is wrong with importing `specifier` from `file`, or null. Both ends are looked up on disk paths, so nesting does not matter. */
function importProblem(file, specifier, root) {
  const from = floorOf(file, root);
  if (from === null) return null;
  if (!(from in FLOORS)) return { messageId: 'unknownFloor', data: { from } };
  if (!specifier.startsWith('.')) {
    return allowsPackage(from, specifier) ? null : { messageId: 'package', data: { from, specifier } };
  }
  const target = path.resolve(path.dirname(file), specifier);
  const to = floorOf(target, root);
  if (to === from) return null;
  if (to === null) {
    const ownManifest = path.relative(root, target) === 'package.json';
    return ownManifest && !CORE.includes(from) ? null : { messageId: 'outside', data: { from, specifier } };
  }
  return FLOORS[from].floors.includes(to) ? null : { messageId: 'floor', data: { from, to } };
}

/** ESLint rule `house/floors`: imports go down the floors only (docs/decisions.md, the dependency rule). */
export const floorsRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      floor: 'src/{{from}} may not import src/{{to}}: imports go down the floors only (scripts/lint/floors.mjs).',
      package: "src/{{from}} may not import '{{specifier}}': not a package of this floor (scripts/lint/floors.mjs).",
      outside: "src/{{from}} may not import '{{specifier}}': it lies outside src.",
      unknownFloor: 'src/{{from}} is not a floor of the house (scripts/lint/floors.mjs).',
    },
  },
  create(context) {
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const problem = importProblem(context.filename, source.value, context.cwd);
      if (problem) context.report({ node: source, ...problem });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
    };
  },
};
