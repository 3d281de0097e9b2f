import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../build/bundle.mjs';

const IMPORTED = /(?<=\bfrom '|\bimport\(["'])\.{1,2}\/[^"']+(?=["'])/g;

/** Writes the declarations of a module of `src`, and of the modules their types come from, into a folder. Returns the path of the first. */
export function writeTypes(entry, folder) {
  const all = mkdtempSync(path.join(tmpdir(), 'planboek-types-'));
  try {
    const config = path.join(all, 'tsconfig.json');
    const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: ROOT, outDir: all };
    const extending = path.join(ROOT, 'tsconfig.json');
    const typeRoots = [path.join(ROOT, 'node_modules/@types')];
    writeFileSync(
      config,
      JSON.stringify({
        extends: extending,
        files: [path.join(ROOT, `${entry}.ts`)],
        include: [],
        compilerOptions: { ...compilerOptions, typeRoots },
      }),
    );
    execFileSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const written = new Set();
    const write = (module) => {
      if (written.has(module)) return;
      written.add(module);
      const text = readFileSync(path.join(all, `${module}.d.ts`), 'utf8');
      const home = path.dirname(module);
      const target = path.join(folder, `${path.relative('src', module)}.d.ts`);
      mkdirSync(path.dirname(target), { recursive: true });
      // Programs that follow Node's own rules want the ending.
      writeFileSync(target, text.replace(IMPORTED, '$&.js'));
      for (const [imported] of text.matchAll(IMPORTED)) write(path.join(home, imported));
    };
    write(entry);
    return `${path.relative('src', entry)}.d.ts`;
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}
