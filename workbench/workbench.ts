import { columnLetters, cellAddress } from '../src/sheets/address';
import { cellAt } from '../test/host/model/book';
import type { TypeGraph } from '../test/host/protocol/typeGraph';
import { bookFile } from './bookFile';
import { frameIdentity } from './frame/appContext';
import { PaneFrame } from './frame/paneFrame';
import { choicesAt } from './grid/choices';
import { openEditor } from './grid/editor';
import { GridView } from './grid/gridView';
import { Session } from './session';

const PANE_PAGE = 'taskpane.html';

const LANGUAGES = { 'nl-BE': 'Nederlands', 'en-GB': 'English' } as const;

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]>, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** The page: a workbook of the stand-in on the left, the add-in's own pane on the right, in a frame as in Excel on the web. */
class Workbench {
  private readonly session: Session;
  private readonly grid: GridView;
  private readonly tabs = make('div', { className: 'tabs', role: 'tablist', ariaLabel: 'Bladen' });
  private readonly address = make('output', { ariaLabel: 'Gekozen cel' });
  private readonly entry = make('input', { ariaLabel: 'Inhoud van de cel', spellcheck: false });
  private readonly note = make('div', { className: 'note', role: 'status', hidden: true });
  private readonly frame = make('iframe', { title: 'Planboek' });
  private revealed = '';

  constructor(graph: TypeGraph, locale: string) {
    this.session = new Session(graph);
    this.grid = new GridView({
      onSelect: (row, column) => { this.session.select(this.session.sheet.name, cellAddress(row, column)); },
      onEdit: (row, column) => { this.edit(row, column, null); },
      onFollow: (sheet, address) => { this.follow(sheet, address); },
      onToggleRows: (row) => { this.session.toggleRows(row); },
      onToggleColumns: (column) => { this.session.toggleColumns(column); },
    });
    this.session.onChange(() => { this.refresh(); });
    this.grid.keys.addEventListener('keydown', (event) => { this.keyPressed(event); });
    this.entry.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      const { row, column } = this.selected;
      this.say(this.session.type(row, column, this.entry.value));
      this.grid.keys.focus();
    });
    const pane = new PaneFrame({ host: this.session.host, frame: this.frame, locale, sets: this.session.sets, onAnswered: () => { this.session.changed(); } });
    Object.assign(window, { workbench: { session: this.session, pane, select: (sheet: string, cell: string) => { this.follow(sheet, cell); } } });
    const identity = frameIdentity(window.location.origin, locale);
    this.frame.name = identity.name;
    this.frame.src = `${PANE_PAGE}?${identity.query}`;
  }

  mount(root: HTMLElement, locale: string): void {
    const download = make('button', { type: 'button', textContent: 'Werkboek downloaden (.xlsx)' });
    download.addEventListener('click', () => { void this.download(); });
    const language = make('select', { ariaLabel: 'Taal van Office' });
    for (const [value, label] of Object.entries(LANGUAGES)) language.append(new Option(label, value, false, value === locale));
    language.addEventListener('change', () => { window.location.search = `?locale=${language.value}`; });
    root.append(
      make('div', { className: 'bench' },
        make('header', { className: 'bar' },
          make('strong', { textContent: 'Werkbank van Planboek' }),
          make('span', { className: 'plain', textContent: 'Dit is geen Excel. Links staat een nagebootst werkboek, rechts het echte deelvenster. Wat u hier doet, wordt niet bewaard.' }),
          language,
          download,
        ),
        make('main', { className: 'book' }, make('div', { className: 'entry' }, this.address, this.entry), this.note, this.grid.root, this.tabs),
        make('aside', { className: 'pane', ariaLabel: 'Deelvenster' }, make('header', { textContent: 'Planboek' }), this.frame),
      ),
    );
    this.refresh();
  }

  private get selected(): { readonly row: number; readonly column: number } {
    return this.session.book.selection.area;
  }

  private say(sentence: string | null): void {
    this.note.hidden = sentence === null;
    this.note.textContent = sentence ?? '';
  }

  private refresh(): void {
    const { session } = this;
    const { sheet } = session;
    const { row, column } = this.selected;
    const cell = cellAt(sheet, row, column);
    this.grid.show({ book: session.book, sheet, calculator: session.calculator });
    this.revealSelection(sheet.id, row, column);
    this.address.value = `${columnLetters(column)}${row + 1}`;
    if (document.activeElement !== this.entry) this.entry.value = cell.formula ?? String(cell.value);
    this.tabs.replaceChildren(...session.visibleSheets.map((one) => {
      const tab = make('button', { type: 'button', role: 'tab', ariaSelected: String(one === sheet), textContent: one.name });
      if (one.tabColor !== '') tab.style.boxShadow = `inset 0 3px ${one.tabColor}`;
      tab.addEventListener('click', () => { this.follow(one.name, null); });
      return tab;
    }));
  }

  /** A selection made by the add-in is brought into view, as Excel does; one that stands is left where the user scrolled to. */
  private revealSelection(sheet: string, row: number, column: number): void {
    const selection = `${sheet}!${row}!${column}`;
    if (selection === this.revealed) return;
    this.revealed = selection;
    this.grid.reveal(row, column);
  }

  private follow(sheetName: string, address: string | null): void {
    const target = this.session.book.sheets.find(({ name }) => name.toLowerCase() === sheetName.toLowerCase());
    if (!target || (address === null && target === this.session.sheet)) return;
    this.session.select(target.name, address ?? 'A1');
    const { row, column } = this.selected;
    this.grid.reveal(row, column);
  }

  private edit(row: number, column: number, typed: string | null): void {
    const { session } = this;
    const cell = cellAt(session.sheet, row, column);
    openEditor({
      grid: this.grid,
      row,
      column,
      text: typed ?? cell.formula ?? String(cell.value),
      choices: choicesAt(session.book, session.sheet, row, column),
      onDone: (text, move) => {
        if (text !== null && text !== (cell.formula ?? String(cell.value))) this.say(session.type(row, column, text));
        this.move(row + move.rows, column + move.columns);
      },
    });
  }

  private move(row: number, column: number): void {
    const [to, across] = [Math.max(row, 0), Math.max(column, 0)];
    this.session.select(this.session.sheet.name, cellAddress(to, across));
    this.grid.reveal(to, across);
  }

  private keyPressed(event: KeyboardEvent): void {
    const { row, column } = this.selected;
    const page = 20;
    const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0], Home: [0, -column],
    };
    const move = moves[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey && event.key === 'ArrowDown') this.edit(row, column, null);
    else if (move) this.move(row + move[0], column + move[1]);
    else if (event.key === 'F2' || event.key === 'Enter') this.edit(row, column, null);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.session.erase(row, column);
    else if (event.key.length === 1) this.edit(row, column, event.key);
    else return;
    event.preventDefault();
  }

  private async download(): Promise<void> {
    const bytes = await bookFile(this.session.book);
    const link = make('a', { href: URL.createObjectURL(new Blob([new Uint8Array(bytes)])), download: 'werkboek.xlsx' });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('workbench');
  if (!root) return;
  const locale = new URLSearchParams(window.location.search).get('locale') ?? 'nl-BE';
  const answer = await fetch('typeGraph.json');
  const graph = (await answer.json()) as TypeGraph;
  // office.js keeps the settings of a session here; every visit to the workbench is another session.
  window.sessionStorage.clear();
  new Workbench(graph, locale in LANGUAGES ? locale : 'nl-BE').mount(root, locale);
}

void start();
