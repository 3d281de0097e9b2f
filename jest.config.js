/** One transformer for build and tests; ES modules of our own and of hucre become CommonJS for Jest. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

export default {
  testEnvironment: 'node',
  // Jest leaves one processor free by default, which on two is half of them.
  maxWorkers: '100%',
  // The one limit: reached by what hangs, not by a busy machine.
  testTimeout: 900_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: { '^.+\\.(ts|tsx|mjs)$': swc, '.+/node_modules/(?:hucre|pdfjs-dist)/.+\\.m?js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(?:hucre|pdfjs-dist)/)'],
  globalSetup: '<rootDir>/test/support/run/setup.mjs',
  globalTeardown: '<rootDir>/test/support/run/teardown.mjs',
  setupFiles: ['<rootDir>/test/support/properties.ts', '<rootDir>/test/support/page.ts'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  globals: { PLANBOEK_VERSION: '0.0.0-test' },
  reporters: ['<rootDir>/test/support/skipReport.mjs', 'default'],
};
