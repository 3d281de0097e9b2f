import type { Browser, LaunchOptions } from 'playwright-core';

export declare function browserOptions(executablePath: string, root?: string): LaunchOptions;
export declare function launchBrowser(executablePath: string, root?: string): Promise<Browser>;
