/**
 * The layers of src as data: which others each may import, and which packages. A layer that is not listed may not exist; a package that is not
 * listed may not be imported there. zod is configured in plan/zod and comes from there.
 */
export const LAYERS = {
  plan: { layers: [], packages: ['zod'] },
  schema: { layers: ['plan'], packages: [] },
  figures: { layers: ['plan', 'schema'], packages: [] },
  changes: { layers: ['plan', 'schema', 'figures'], packages: ['diff'] },
  read: { layers: ['plan', 'schema'], packages: ['zod', 'pdfjs-dist', 're2js', 'hucre'] },
  check: { layers: ['plan', 'schema', 'figures', 'changes', 'read'], packages: [] },
  sheets: { layers: ['plan', 'schema', 'figures', 'changes', 'read', 'check'], packages: [] },
  workbook: { layers: ['plan', 'read', 'sheets'], packages: ['hucre', 'saxes'] },
  i18n: { layers: ['plan', 'schema'], packages: [] },
  functions: { layers: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'i18n'], packages: [] },
  taskpane: {
    layers: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'workbook', 'i18n'],
    packages: ['react', 'react-dom', '@fluentui/react-components', '@fluentui/react-icons'],
  },
  cli: {
    layers: ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets', 'workbook', 'i18n'],
    packages: [],
    node: true,
  },
};

/** The layers that know no host: no React, Office, Node or DOM, not even as a global. */
export const CORE = ['plan', 'schema', 'figures', 'changes', 'read', 'check', 'sheets'];

/** Where the product starts: the command line, the library, the pane with its buttons, its worker, and the custom functions. */
export const ENTRIES = [
  'src/cli/start/main.ts',
  'src/cli/start/library.ts',
  'src/taskpane/taskpane.tsx',
  'src/taskpane/engine/worker.ts',
  'src/functions/functions.ts',
];
