import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import type { Browser, BrowserContext, Download, Frame, Page } from 'playwright-core';
import { PANE_TEXTS, type PaneTexts } from '../../../src/i18n/pane/paneTexts';
import { languageOfLocale } from '../../../src/plan/phrase';
import { describeWithTool, ROOT } from '../../support/requirements';
import { sharedBrowser, sharedSite } from '../../support/run/shared';

/** How the user sees the pane. */
export interface Look {
  readonly name: string;
  readonly locale: 'nl-BE' | 'en-GB';
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const LANGUAGES = { nl: 'nl-BE', en: 'en-GB' } as const;

export const look = (language: keyof typeof LANGUAGES, theme: keyof typeof THEMES): Look => ({
  name: `${language}-${theme}`,
  locale: LANGUAGES[language],
  ...THEMES[theme],
});

/** Every theme and both languages: contrast does not depend on the language, nor length of words on the theme. */
export const LOOKS: readonly Look[] = [look('nl', 'light'), look('en', 'dark'), look('nl', 'contrast')];

export const textsOf = ({ locale }: Look): PaneTexts => PANE_TEXTS[languageOfLocale(locale)];

/** Width of the pane in Excel until the user drags it. */
export const PANE = { width: 350, height: 760 } as const;

/** Screenshots of every step, to be looked at. */
const PICTURES = path.join(ROOT, 'out/e2e');

/** A condition comes true, or this much later something is wrong: generous, for a machine that does other work as well. */
const PATIENCE = 600_000;

const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Of a rule that is broken in many places, these many are shown. */
const SHOWN_ELEMENTS = 3;

/** Everything on a screen that axe-core finds wrong. */
async function violationsIn(target: Page | Frame): Promise<readonly string[]> {
  await target.evaluate(AXE);
  const violations = await target.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> };
    };
    // Frames are asked by themselves.
    return (await axe.run({ exclude: [['iframe']] }, { resultTypes: ['violations'] })).violations;
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length} x): ${nodes
        .slice(0, SHOWN_ELEMENTS)
        .map(({ html }) => html)
        .join(' ')}`,
  );
}

/** What was downloaded; the browser may have its files elsewhere. */
export const bytesOf = async (download: Download): Promise<Uint8Array> =>
  new Uint8Array(await buffer(await download.createReadStream()));

/** A page that remembers what went wrong in it: requests outside its origin, errors, refusals of its policy. */
export class Visit {
  readonly outside: string[] = [];
  readonly errors: string[] = [];
  private shots = 0;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly look: Look,
    private readonly name: string,
  ) {}

  static async open(
    browser: Browser,
    url: string,
    look: Look,
    name: string,
    viewport: { readonly width: number; readonly height: number } = PANE,
  ): Promise<Visit> {
    const { locale, colorScheme, forcedColors } = look;
    const context = await browser.newContext({
      viewport,
      locale,
      colorScheme,
      forcedColors,
      reducedMotion: 'reduce',
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`policy: ${violatedDirective} refuses ${blockedURI}`);
      });
    });
    const page = await context.newPage();
    const visit = new Visit(page, context, look, `${name}-${look.name}`);
    const { origin } = new URL(url);
    // Of the page, its frames and its workers.
    context.on('request', (request) => {
      const wanted = request.url();
      if (!wanted.startsWith(`${origin}/`) && !wanted.startsWith(`blob:${origin}/`)) visit.outside.push(wanted);
    });
    page.on('websocket', (socket) => visit.outside.push(socket.url()));
    context.on('weberror', (error) => visit.errors.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(message.text());
    });
    // Asked for in time: the browser must know before the first click that no dialog of the system is wanted.
    page.on('filechooser', () => undefined);
    await page.goto(url);
    return visit;
  }

  get texts(): PaneTexts {
    return textsOf(this.look);
  }

  /** Keeps a picture of this step and fails on anything a reader of the screen would stumble over. */
  async step(name: string, target: Page | Frame = this.page): Promise<void> {
    this.shots += 1;
    // A screen that is opened for the first time is loaded first.
    await target.locator('h1').first().waitFor();
    // What is still being compared lets a button come to life while it is looked at; and a colour on its way from one state to the next is neither.
    await target.getByText(this.texts.import.comparing).waitFor({ state: 'detached' });
    await target.waitForFunction(() => document.getAnimations().every((each) => !(each instanceof CSSTransition)));
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({
      path: path.join(PICTURES, `${this.name}-${String(this.shots).padStart(2, '0')}-${name}.png`),
      animations: 'disabled',
    });
    expect({ step: name, violations: await violationsIn(target) }).toEqual({ step: name, violations: [] });
  }

  /** The same of the page around the pane. */
  async checkPage(): Promise<void> {
    expect(await violationsIn(this.page)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.context.close();
    expect({ outside: this.outside, errors: this.errors }).toEqual({ outside: [], errors: [] });
  }
}

export interface BrowserTests {
  readonly open: (
    page: string,
    look: Look,
    name: string,
    viewport?: { readonly width: number; readonly height: number },
  ) => Promise<Visit>;
}

/** A group of tests in the browser of the machine, with one site and one browser for all of them. */
export function describeInBrowser(name: string, body: (tests: BrowserTests) => void): void {
  describeWithTool('chromium', name, (program) => {
    let site = '';
    let browser: Browser | undefined;
    beforeAll(async () => {
      site = await sharedSite();
      browser = await sharedBrowser(program);
    });
    afterAll(async () => {
      await browser?.close();
    });
    body({
      open: (page, look, title, viewport) => {
        if (!browser) throw new Error('no browser');
        return Visit.open(browser, `${site}/${page}`, look, title, viewport);
      },
    });
  });
}
