import { SaxesParser } from 'saxes';
import { stopBroken } from './stopped';

/** What happens in a part, in its order. Names come without the prefix of their namespace. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  /** A text may come in several pieces. */
  readonly text?: (text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part piece by piece. What is no XML stops the reading of the workbook. */
export class XmlReader {
  private readonly parser = new SaxesParser({ position: false, xmlns: false } as const);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(
    private readonly part: string,
    { open, close, text }: XmlHandlers,
  ) {
    this.parser.on('error', () => this.broken());
    if (open) this.parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
    if (close) this.parser.on('closetag', (tag) => close(localName(tag.name)));
    if (text) {
      this.parser.on('text', text);
      this.parser.on('cdata', text);
    }
  }

  write(chunk: Uint8Array): void {
    this.parser.write(this.decode(chunk));
  }

  close(): void {
    this.parser.write(this.decode());
    this.parser.close();
  }

  private decode(chunk?: Uint8Array): string {
    try {
      return this.decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      return this.broken();
    }
  }

  private broken(): never {
    return stopBroken(this.part);
  }
}
