import { spawn } from 'node:child_process';
import { ROOT } from '../seed/seedFiles.mjs';

export interface Site {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Builds what is stale and serves pane and workbench over https on a free port, as `npm start` does. */
export function startSite(): Promise<Site> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    server.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString();
    });
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /https:\/\/localhost:\d+/.exec(said)?.[0];
      if (url === undefined) return;
      resolve({
        url,
        stop: () => {
          server.kill();
          return gone;
        },
      });
    });
    server.once('exit', (code) => reject(new Error(`the site stopped with ${String(code)}: ${complained}`)));
  });
}
