import type { Page } from 'playwright-core';

export declare function renderIcon(page: Page, drawing: string, size: number): Promise<Buffer>;
