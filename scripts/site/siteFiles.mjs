import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import webpack from 'webpack';
import { headerFiles } from './headers.mjs';
import { OFFICE_JS } from './policy.mjs';

const { Compilation, sources } = webpack;
const { RawSource } = sources;

/** Manuals, in each language the add-in speaks. */
const MANUALS = ['help.html', 'help.en.html'];

/** Named by the manifest. */
const FUNCTIONS_SCRIPT = 'functions.js';

/** Only files the browser asks for: maps of sources are for developers, and headers are for the server. */
export const isServed = (name) => !name.endsWith('.map') && !Object.keys(headerFiles([])).includes(name);

/**
 * Writes what stands around the scripts: taskpane.html, the shared runtime in Excel (pane and custom functions); index.html, the pane in a plain browser,
 * which loads nothing from elsewhere; the manuals, the icons, the manifest, and the headers for the web server. In production the icons carry a hash in
 * their names, for Office keeps them as long as their address stays the same.
 */
export class SiteFiles {
  constructor({ root, production }) {
    this.root = root;
    this.production = production;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('SiteFiles', (compilation) => {
      const emit = (name, content) => compilation.emitAsset(name, new RawSource(content));
      let icons = new Map();
      const withIcons = (text) => text.replace(/assets\/[\w-]+\.png/g, (icon) => icons.get(icon) ?? icon);
      const source = (name) => readFile(path.join(this.root, name), 'utf8');
      compilation.hooks.processAssets.tapPromise(
        { name: 'SiteFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          icons = new Map(
            await Promise.all((await readdir(path.join(this.root, 'assets'))).map((file) => this.emitIcon(file, emit))),
          );
          emit('manifest.xml', withIcons(await source('manifest.xml')));
          for (const manual of MANUALS) emit(manual, withIcons(await source(`src/taskpane/help/${manual}`)));
        },
      );
      compilation.hooks.processAssets.tap({ name: 'SiteFiles', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const template = withIcons(readFileSync(path.join(this.root, 'src/taskpane/taskpane.html'), 'utf8'));
        const emitPage = (page, entries, office) => {
          const files = new Set(
            entries
              .flatMap((entry) => compilation.entrypoints.get(entry).getFiles())
              .filter((file) => file.endsWith('.js')),
          );
          const scripts = [...files].map((file) => `  <script defer src="${file}"></script>`).join('\n');
          emit(page, template.replace('  <!-- office -->\n', office).replace('<!-- scripts -->', scripts.trim()));
        };
        // The manifest names the script of the functions, and stays when it changes: under that name the server is asked every time.
        const [script] = compilation.entrypoints.get('functions').getEntrypointChunk().files;
        if (script !== FUNCTIONS_SCRIPT)
          compilation.emitAsset(FUNCTIONS_SCRIPT, compilation.getAsset(script).source, { minimized: true });
        emitPage('taskpane.html', ['functions', 'taskpane'], `  <script src="${OFFICE_JS}"></script>\n`);
        emitPage('index.html', ['taskpane'], '');
        const served = Object.keys(compilation.assets).filter(isServed).sort();
        for (const [name, text] of Object.entries(headerFiles(served))) emit(name, text);
      });
    });
  }

  async emitIcon(file, emit) {
    const bytes = await readFile(path.join(this.root, 'assets', file));
    const { name, ext } = path.parse(file);
    const hash = this.production ? `.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}` : '';
    const target = `assets/${name}${hash}${ext}`;
    emit(target, bytes);
    return [`assets/${file}`, target];
  }
}
