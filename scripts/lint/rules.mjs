import { CORE, ENTRIES, LAYERS } from './layers.mjs';

const anyOf = (names) => `(?:${names.map((name) => name.replace(/[/.]/g, '\\$&')).join('|')})`;

/** Modules that are ours, to tell them from packages and from Node's own. */
const OURS = '^(?:src|standin|test|bench|scripts|seeds|docs|assets)/|^[^/]+\\.(?:js|json|mjs)$';

const layerRules = Object.entries(LAYERS).flatMap(([layer, { layers, packages, node = false }]) => [
  {
    name: `layer-${layer}`,
    comment: `src/${layer} imports itself and ${layers.join(', ') || 'nothing else'} of ours (scripts/lint/layers.mjs).`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: {
      path: OURS,
      pathNot: [`^src/${anyOf([layer, ...layers])}/`, ...(CORE.includes(layer) ? [] : ['^package\\.json$'])],
    },
  },
  {
    name: `packages-${layer}`,
    comment: `src/${layer} uses ${packages.join(', ') || 'no package'}${node ? ' and Node' : ''} (scripts/lint/layers.mjs).`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: {
      pathNot: [
        OURS,
        ...(packages.length > 0 ? [`(?:^|/)node_modules/${anyOf(packages)}(?:/|$)`, `^${anyOf(packages)}(?:/|$)`] : []),
      ],
      dependencyTypesNot: ['triple-slash-type-reference', 'triple-slash-directive', ...(node ? ['core'] : [])],
    },
  },
]);

/** What may import what, for dependency-cruiser. `npm run lint` holds the project to it (dependencies.mjs). */
export const RULES = {
  forbidden: [
    ...layerRules,
    {
      name: 'unknown-layer',
      comment: 'Every folder of src is a layer with its imports stated (scripts/lint/layers.mjs).',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${anyOf(Object.keys(LAYERS))}/` },
      to: {},
    },
    {
      name: 'no-cycle',
      comment: 'Two modules that need each other when they run are one, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'test-is-for-tests',
      comment: 'Nothing outside test/ imports from test/.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'stand-in-on-its-own',
      comment: 'The stand-in takes the place of Excel: it knows the product, not the tools and tests around it.',
      severity: 'error',
      from: { path: '^standin/' },
      to: { path: '^(?:test|bench|scripts)/' },
    },
    {
      name: 'components-without-state',
      comment: 'Components get what they show as properties; only frame and screens know the state of the pane.',
      severity: 'error',
      from: { path: '^src/taskpane/components/' },
      to: { path: '^src/taskpane/', pathNot: '^src/taskpane/(?:components|ports|model)/' },
    },
    {
      name: 'part-of-the-product',
      comment: 'A module of src that no entry point reaches is used by nobody.',
      severity: 'error',
      from: { path: `^${anyOf(ENTRIES)}$` },
      to: { path: '^src/', pathNot: ['\\.d\\.ts$', `^${anyOf(ENTRIES)}$`], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/golden/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '.d.mts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
