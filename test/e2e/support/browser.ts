import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { ROOT } from '../../support/requirements';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS });

/** How the user sees the pane. */
export interface Look {
  readonly name: string;
  readonly locale: 'nl-BE' | 'en-GB';
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}

export const LOOKS: readonly Look[] = [
  { name: 'nl-light', locale: 'nl-BE', colorScheme: 'light', forcedColors: 'none' },
  { name: 'en-dark', locale: 'en-GB', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'nl-contrast', locale: 'nl-BE', colorScheme: 'dark', forcedColors: 'active' },
];

/** Width of the pane in Excel until the user drags it. */
export const PANE = { width: 350, height: 760 } as const;

const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Screenshots of every step, to be looked at. */
export const PICTURES = path.join(ROOT, 'out/e2e');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** A page that remembers what went wrong in it: requests outside its origin, errors, refusals of its policy. */
export class Visit {
  readonly outside: string[] = [];
  readonly errors: string[] = [];
  private shots = 0;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly name: string,
  ) {}

  static async open(browser: Browser, url: string, look: Look, name: string, viewport: { readonly width: number; readonly height: number } = PANE): Promise<Visit> {
    const { locale, colorScheme, forcedColors } = look;
    const context = await browser.newContext({ viewport, locale, colorScheme, forcedColors, ignoreHTTPSErrors: true, acceptDownloads: true });
    const page = await context.newPage();
    const visit = new Visit(page, context, `${name}-${look.name}`);
    const { origin } = new URL(url);
    page.on('request', (request) => {
      const wanted = request.url();
      if (!wanted.startsWith(`${origin}/`) && !wanted.startsWith(`blob:${origin}/`)) visit.outside.push(wanted);
    });
    page.on('pageerror', (error) => visit.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(message.text());
    });
    await page.goto(url);
    return visit;
  }

  /** Keeps a picture of this step and fails on anything a reader of the screen would stumble over. */
  async step(name: string, target: Page | Frame = this.page): Promise<void> {
    this.shots += 1;
    // A screen that is opened for the first time is loaded first.
    await target.locator('h1').first().waitFor();
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${this.name}-${String(this.shots).padStart(2, '0')}-${name}.png`) });
    await target.evaluate(AXE);
    const violations = await target.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations;
    });
    expect({ step: name, violations: violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`) }).toEqual({ step: name, violations: [] });
  }

  async close(): Promise<void> {
    await this.context.close();
    expect({ outside: this.outside, errors: this.errors }).toEqual({ outside: [], errors: [] });
  }
}
