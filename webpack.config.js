import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { functionsPage } from './scripts/functions/manual.mjs';
import { FUNCTIONS_SOURCE, FUNCTIONS_TEXTS, functionsMetadata, HELP_PAGES } from './scripts/functions/metadata.mjs';
import { COMMON_HEADERS } from './scripts/site/headers.mjs';
import { SiteFiles } from './scripts/site/siteFiles.mjs';

const ROOT = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const typescript = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: { target, parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'es6' },
    },
  },
});

const common = (target) => ({
  context: ROOT,
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  module: { rules: [typescript(target)] },
  plugins: [new webpack.DefinePlugin({ PLANBOEK_VERSION: JSON.stringify(version) })],
});

/** pdf.js is large and seldom needed: from a checkout it is loaded from node_modules when the first PDF comes. */
const PDF_READER = /^pdfjs-dist\//;
const WITHOUT_CANVAS = {
  test: /pdfjs-dist.legacy.build.pdf\.mjs$/,
  use: path.join(ROOT, 'scripts/build/withoutCanvas.cjs'),
};

/**
 * One ES module that runs on Node 20: the command line, the scripts and the benchmarks. `standsAlone`: with nothing beside it, for computers without
 * this checkout.
 */
export function nodeBundle(entry, outFile, { standsAlone = false } = {}) {
  const base = common('es2022');
  return {
    ...base,
    name: path.parse(outFile).name,
    target: 'node20',
    entry: { main: entry },
    module: {
      ...base.module,
      rules: [...base.module.rules, ...(standsAlone ? [WITHOUT_CANVAS] : [])],
      parser: { javascript: { importMeta: false } },
    },
    experiments: { outputModule: true },
    output: {
      path: path.dirname(outFile),
      filename: path.basename(outFile),
      module: true,
      chunkFormat: 'module',
      library: { type: 'module' },
    },
    // The reader of the functions' comments brings a compiler, and the driver of the browser itself.
    externals: [
      ...(standsAlone ? [] : [PDF_READER]),
      'custom-functions-metadata',
      'playwright-core',
      '@duckdb/node-api',
    ],
    externalsType: 'import',
    optimization: { minimize: false },
    devtool: standsAlone ? false : 'source-map',
    plugins: [...base.plugins, new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  };
}

/** Describes the custom functions to Excel in both languages, and makes the page that helps with them: all from the comments above the functions. */
class FunctionsMetadata {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'FunctionsMetadata', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const source of [FUNCTIONS_SOURCE, FUNCTIONS_TEXTS])
            compilation.fileDependencies.add(path.join(ROOT, source));
          const emit = (name, text) => compilation.emitAsset(name, new webpack.sources.RawSource(text));
          const { nl, en } = functionsMetadata(ROOT);
          emit('functions.json', JSON.stringify(nl));
          emit('functions.en.json', JSON.stringify(en));
          for (const [language, page] of Object.entries(HELP_PAGES)) emit(page, functionsPage(ROOT, language));
        },
      );
    });
  }
}

/**
 * The certificate for https on this computer: the one `npm run sideload` has made, which the computer trusts (Excel takes no other), or else one
 * that webpack's server makes once and keeps, which a browser asks about.
 */
export function developmentCertificate() {
  const home = path.join(homedir(), '.office-addin-dev-certs');
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((file) => path.join(home, file));
  return existsSync(key) && existsSync(cert) ? { type: 'https', options: { key, cert } } : 'https';
}

/** The add-in: pane and custom functions in one page, one shared runtime. File names carry a hash, so that a cache never serves a mix. */
function addIn(production) {
  const base = common('es2021');
  return {
    ...base,
    name: 'addin',
    target: ['web', 'es2021'],
    entry: { functions: './src/functions/functions.ts', taskpane: './src/taskpane/taskpane.tsx' },
    output: {
      path: path.join(ROOT, 'dist/web'),
      filename: production ? '[name].[contenthash:12].js' : '[name].js',
      assetModuleFilename: '[name].[contenthash:12][ext]',
      clean: true,
    },
    optimization: { splitChunks: { chunks: 'all' } },
    devtool: 'source-map',
    plugins: [...base.plugins, new FunctionsMetadata(), new SiteFiles({ root: ROOT, production })],
    performance: { hints: false },
    devServer: {
      host: 'localhost',
      port: 3000,
      server: developmentCertificate(),
      hot: false,
      static: false,
      client: { overlay: false },
      headers: { ...COMMON_HEADERS, 'Access-Control-Allow-Origin': '*' },
    },
  };
}

/** The workbench: the stand-in for Excel in a page, for machines without Excel. Never delivered. */
export function workbench(mode) {
  const base = common('es2022');
  return {
    ...base,
    mode,
    name: 'workbench',
    target: ['web', 'es2022'],
    entry: { workbench: './standin/page/workbench.ts' },
    output: { path: path.join(ROOT, 'dist/workbench'), filename: 'workbench.js', clean: true },
    devtool: 'source-map',
    performance: { hints: false },
    plugins: [
      ...base.plugins,
      {
        apply: (compiler) =>
          compiler.hooks.thisCompilation.tap('WorkbenchPage', (compilation) => {
            compilation.hooks.processAssets.tap(
              { name: 'WorkbenchPage', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
              () => {
                const page = readFileSync(path.join(ROOT, 'standin/page/workbench.html'), 'utf8').replace(
                  '<!-- scripts -->',
                  '<script defer src="workbench.js"></script>',
                );
                compilation.emitAsset('workbench.html', new webpack.sources.RawSource(page));
                compilation.emitAsset(
                  'workbench.css',
                  new webpack.sources.RawSource(readFileSync(path.join(ROOT, 'standin/page/workbench.css'), 'utf8')),
                );
              },
            );
          }),
      },
    ],
  };
}

export default (_environment, { mode = 'production' } = {}) => [
  {
    ...nodeBundle('./src/cli/start/main.ts', path.join(ROOT, 'dist/cli/planboek.mjs')),
    mode,
    stats: 'errors-warnings',
  },
  { ...addIn(mode === 'production'), mode, stats: 'errors-warnings' },
];
