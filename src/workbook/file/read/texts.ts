import type { WorkbookPackage } from './package';
import type { XmlHandlers } from './xml';

/** `_x000D_` stands for a sign that XML cannot hold as it is. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** Gathers one text out of the runs it is made of; how it is to be spoken (`rPh`) is no part of it. */
export class TextRuns {
  private depth = 0;
  private inText = false;
  private found = '';

  open(tag: string): void {
    if (tag === 'rPh') this.depth += 1;
    else if (tag === 't') this.inText = this.depth === 0;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.depth -= 1;
    else if (tag === 't') this.inText = false;
  }

  text(text: string): void {
    if (this.inText) this.found += text;
  }

  /** The text, and room for the next. */
  take(): string {
    const text = plainText(this.found);
    this.found = '';
    return text;
  }
}

/** The texts that cells point to by their number. */
export async function sharedStrings(source: WorkbookPackage, part: string | null): Promise<readonly string[]> {
  if (part === null) return [];
  const texts: string[] = [];
  const runs = new TextRuns();
  const handlers: XmlHandlers = {
    open: (tag) => runs.open(tag),
    text: (text) => runs.text(text),
    close: (tag) => {
      runs.close(tag);
      if (tag === 'si') texts.push(runs.take());
    },
  };
  await source.read(part, handlers);
  return texts;
}

/** Comments of a sheet by the address of their cell. */
export async function notesOf(source: WorkbookPackage, part: string): Promise<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>();
  const runs = new TextRuns();
  let address = '';
  await source.read(part, {
    open: (tag, { ref = '' }) => {
      if (tag === 'comment') address = ref;
      runs.open(tag);
    },
    text: (text) => runs.text(text),
    close: (tag) => {
      runs.close(tag);
      if (tag === 'comment') notes.set(address, runs.take());
    },
  });
  return notes;
}
