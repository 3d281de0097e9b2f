import type { Random } from './random';

/** How often a page ends with a printed footer; the seed report prints one on 6 of 155 pages. */
const FOOTER_SHARE = 0.1;
const LINES_A_PAGE = 70;
/** Page numbers start again after this: no printed report has five digits. */
const LAST_PAGE = 990;

/** Lines of a report as they come out of a PDF: a page starts with one blank glued to whatever comes first. */
export class Page {
  readonly lines: string[] = [];
  private sincePageStart = 0;
  private pageNumber = 1;

  constructor(
    private readonly random: Random,
    private readonly footer: { readonly head: string; readonly entity: string },
  ) {}

  /** Lines that stand together. A page may start before the first of them, and then takes the blank line away that stood there. */
  block(lines: readonly string[]): void {
    const starts = this.sincePageStart > LINES_A_PAGE;
    if (starts) this.closePage(this.random.chance(FOOTER_SHARE));
    this.add(lines, starts);
  }

  /** Running text: a page may start within a paragraph, without a footer. */
  prose(lines: readonly string[]): void {
    for (const line of lines) {
      const starts = this.sincePageStart > LINES_A_PAGE && this.lines.at(-1) !== '';
      if (starts) this.closePage(false);
      this.add([line], starts);
    }
  }

  blank(): void {
    if (this.lines.at(-1) !== '') this.lines.push('');
    this.sincePageStart += 1;
  }

  /** The next block starts a page. */
  breakPage(): void {
    this.sincePageStart = LINES_A_PAGE + 1;
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private add(lines: readonly string[], starts: boolean): void {
    const glued = starts && this.lines.at(-1) !== '';
    this.lines.push(...lines.map((line, index) => (glued && index === 0 ? ` ${line}` : line)));
    this.sincePageStart += lines.length;
  }

  private closePage(withFooter: boolean): void {
    this.sincePageStart = 0;
    this.pageNumber = (this.pageNumber % LAST_PAGE) + 1;
    while (this.lines.at(-1) === '') this.lines.pop();
    if (!withFooter || this.lines.length === 0) return;
    const { head, entity } = this.footer;
    this.lines.push(
      '',
      head,
      '',
      `${entity} ${this.pageNumber} / ${LAST_PAGE}`,
      String(this.pageNumber + 4),
      '',
      '',
      '',
    );
  }
}
