import type { Browser } from 'playwright-core';

export declare function launchBrowser(executablePath: string, root?: string): Promise<Browser>;
