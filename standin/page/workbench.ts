import { cellAddress } from '../../src/sheets/address';
import { cellAt, formatAt } from '../model/book';
import type { TypeGraph } from '../protocol/typeGraph';
import { bookFile } from './bookFile';
import { CustomFormulas } from './customFormulas';
import { frameIdentity } from './frame/appContext';
import type { Leaving } from './frame/messages';
import { PaneFrame } from './frame/paneFrame';
import { choicesAt } from '../grid/choices';
import { openEditor } from '../grid/editor';
import { GridView } from '../grid/gridView';
import { placeAfter, stepped, type Place } from '../grid/moves';
import { editedText } from '../grid/numberFormat';
import { make } from './make';
import { ribbonTab, ribbonView, type RibbonTab } from './ribbon';
import { Session, type Typed } from './session';
import { LANGUAGES, workbenchTexts, type WorkbenchTexts } from './texts';

const PANE_PAGE = 'taskpane.html';

/** The page: a workbook of the stand-in on the left, the add-in's own pane on the right, in a frame as in Excel on the web. */
class Workbench {
  private readonly texts: WorkbenchTexts;
  private readonly session: Session;
  private readonly grid: GridView;
  private readonly tabs = make('div', { className: 'tabs', role: 'tablist' });
  /** The name box: shows the chosen cell, and goes to the one that is typed in it. */
  private readonly address = make('input', { className: 'name', spellcheck: false });
  private readonly entry = make('input', { spellcheck: false });
  private readonly note = make('div', { className: 'note', role: 'status', hidden: true });
  /** Says to screen readers which cell is chosen. */
  private readonly spoken = make('div', { className: 'spoken', role: 'status' });
  private readonly frame = make('iframe', { title: 'Planboek' });
  private readonly side = make('aside', { className: 'pane' });
  private readonly ribbon: HTMLElement;
  private revealed = '';

  constructor(graph: TypeGraph, tab: RibbonTab, locale: string) {
    this.texts = workbenchTexts(locale);
    this.tabs.ariaLabel = this.texts.sheets;
    this.address.ariaLabel = this.texts.cell;
    this.entry.ariaLabel = this.texts.content;
    this.side.ariaLabel = this.texts.pane;
    this.session = new Session(graph, (visible) => {
      this.side.hidden = !visible;
    });
    this.grid = new GridView({
      onSelect: (row, column) => {
        this.session.select(this.session.sheet.name, cellAddress(row, column));
      },
      onEdit: (row, column) => {
        this.edit(row, column, null);
      },
      onFollow: (sheet, address) => {
        this.follow(sheet, address);
      },
      onToggleRows: (row) => {
        this.session.toggleRows(row);
      },
      onToggleColumns: (column) => {
        this.session.toggleColumns(column);
      },
    });
    this.session.onChange(() => {
      this.refresh();
    });
    new CustomFormulas(this.session, (sentence) => {
      this.say(sentence);
    });
    this.grid.keys.ariaLabel = this.texts.sheet;
    this.grid.keys.addEventListener('keydown', (event) => {
      this.keyPressed(event);
    });
    this.grid.keys.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/plain', this.contentText);
      event.preventDefault();
    });
    this.grid.keys.addEventListener('paste', (event) => {
      const { row, column } = this.selected;
      this.sayOf(this.session.paste(row, column, event.clipboardData?.getData('text/plain') ?? ''));
      event.preventDefault();
    });
    this.entry.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      const { row, column } = this.selected;
      this.sayOf(this.session.type(row, column, this.entry.value));
      this.grid.keys.focus();
    });
    this.address.addEventListener('focus', () => {
      this.address.select();
    });
    this.address.addEventListener('blur', () => {
      this.refresh();
    });
    this.address.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.goTo(this.address.value);
      if (event.key === 'Enter' || event.key === 'Escape') this.grid.keys.focus();
    });
    const pane = new PaneFrame({
      host: this.session.host,
      frame: this.frame,
      locale,
      sets: this.session.sets,
      onAnswered: () => {
        this.session.changed();
      },
      onLeave: (where) => {
        this.leavePane(where);
      },
    });
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (icon) icon.href = tab.icon;
    this.ribbon = ribbonView(tab, ({ command }) => {
      if (command === null) this.side.hidden = false;
      else pane.command(command);
    });
    Object.assign(window, {
      workbench: {
        session: this.session,
        pane,
        select: (sheet: string, cell: string) => {
          this.follow(sheet, cell);
        },
      },
    });
    const identity = frameIdentity(window.location.origin, locale);
    this.frame.name = identity.name;
    this.frame.src = `${PANE_PAGE}?${identity.query}`;
  }

  mount(root: HTMLElement, locale: string): void {
    const { texts } = this;
    const undo = make('button', { type: 'button', textContent: texts.undo, title: 'Ctrl+Z' });
    undo.addEventListener('click', () => {
      this.undo();
    });
    const download = make('button', { type: 'button', textContent: texts.download });
    download.addEventListener('click', () => {
      void this.download();
    });
    const language = make('select', { ariaLabel: texts.language });
    for (const [value, label] of Object.entries(LANGUAGES))
      language.append(new Option(label, value, false, value === locale));
    language.addEventListener('change', () => {
      window.location.search = `?locale=${language.value}`;
    });
    const close = make('button', { type: 'button', ariaLabel: texts.closePane, textContent: '\u00d7' });
    close.addEventListener('click', () => {
      this.side.hidden = true;
    });
    this.side.append(make('header', {}, 'Planboek', close), this.frame);
    root.append(
      make(
        'div',
        { className: 'bench' },
        make(
          'header',
          { className: 'bar' },
          make('h1', { textContent: texts.title }),
          make('span', { className: 'plain', textContent: texts.plainly }),
          language,
          undo,
          download,
        ),
        this.ribbon,
        make(
          'main',
          { className: 'book' },
          make('div', { className: 'entry' }, this.address, this.entry),
          this.note,
          this.spoken,
          this.grid.root,
          this.tabs,
        ),
        this.side,
      ),
    );
    this.refresh();
  }

  private leavePane(where: Leaving): void {
    const stops = [...document.querySelectorAll<HTMLElement>('button, input, select, [tabindex="0"]')].filter(
      (stop) => stop.offsetParent !== null,
    );
    const around = { sheet: this.grid.keys, next: stops[0], previous: stops.at(-1) };
    around[where]?.focus();
  }

  private get selected(): Place {
    return this.session.book.selection.area;
  }

  /** What stands in the chosen cell, as one would type it. */
  private get contentText(): string {
    const {
      session: { sheet },
      selected: { row, column },
    } = this;
    const { value, formula } = cellAt(sheet, row, column);
    return editedText(value, formula, formatAt(sheet, row, column).numberFormat);
  }

  private say(sentence: string | null): void {
    this.note.hidden = sentence === null;
    this.note.textContent = sentence ?? '';
  }

  private sayOf(typed: Typed): void {
    this.say(typed.ok ? null : typed.reason === null ? this.texts.notInList : this.texts.refused(typed.reason));
  }

  private undo(): void {
    this.say(this.session.undo() ? null : this.texts.nothingToUndo);
    this.grid.keys.focus();
  }

  private refresh(): void {
    const { session } = this;
    const { sheet } = session;
    const { row, column } = this.selected;
    const cell = cellAt(sheet, row, column);
    this.grid.show({ book: session.book, sheet, calculator: session.calculator });
    this.revealSelection(sheet.id, row, column);
    if (document.activeElement !== this.address) this.address.value = cellAddress(row, column);
    const said = `${cellAddress(row, column)} ${String(cell.value)}`;
    if (this.spoken.textContent !== said) this.spoken.textContent = said;
    if (document.activeElement !== this.entry) this.entry.value = this.contentText;
    this.tabs.replaceChildren(
      ...session.visibleSheets.map((one) => {
        const tab = make('button', {
          type: 'button',
          role: 'tab',
          ariaSelected: String(one === sheet),
          textContent: one.name,
        });
        if (one.tabColor !== '') tab.style.boxShadow = `inset 0 3px ${one.tabColor}`;
        tab.addEventListener('click', () => {
          this.follow(one.name, null);
        });
        return tab;
      }),
    );
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
    if (!target) this.say(this.texts.noSuchSheet(sheetName));
    if (!target || (address === null && target === this.session.sheet)) return;
    this.session.select(target.name, address ?? 'A1');
    const { row, column } = this.selected;
    this.grid.reveal(row, column);
  }

  /** Goes to `B12` on this sheet, or to `Plan!B12`. */
  private goTo(typed: string): void {
    const [, quoted, plain, cell] = /^(?:(?:'([^']+)'|([^'!]+))!)?(\$?[a-z]{1,3}\$?\d{1,7})$/i.exec(typed.trim()) ?? [];
    if (cell === undefined) this.say(this.texts.notACell(typed));
    else this.follow(quoted ?? plain ?? this.session.sheet.name, cell.replaceAll('$', '').toUpperCase());
  }

  private edit(row: number, column: number, typed: string | null): void {
    const { session } = this;
    const before = this.contentText;
    openEditor({
      grid: this.grid,
      row,
      column,
      text: typed ?? before,
      choices: choicesAt(session.book, session.sheet, row, column),
      onDone: (text, move) => {
        if (text !== null && text !== before) this.sayOf(session.type(row, column, text));
        this.move(stepped(session.sheet, { row, column }, move.rows, move.columns));
      },
    });
  }

  private move({ row, column }: Place): void {
    this.session.select(this.session.sheet.name, cellAddress(row, column));
    this.grid.reveal(row, column);
  }

  /** The sheet that many tabs further. */
  private turn(tabs: number): void {
    const { visibleSheets, sheet } = this.session;
    const next = visibleSheets[visibleSheets.indexOf(sheet) + tabs];
    if (next) this.follow(next.name, null);
  }

  private keyPressed(event: KeyboardEvent): void {
    const { row, column } = this.selected;
    const { key } = event;
    const place = placeAfter(this.session.sheet, { row, column }, { key, ctrlKey: event.ctrlKey || event.metaKey });
    if (event.altKey && key === 'ArrowDown') this.edit(row, column, null);
    else if (event.ctrlKey || event.metaKey) {
      if (key === 'z') this.undo();
      else if (key === 'PageDown' || key === 'PageUp') this.turn(key === 'PageDown' ? 1 : -1);
      else if (place) this.move(place);
      else return;
    } else if (place) this.move(place);
    else if (key === 'F2' || key === 'Enter') this.edit(row, column, null);
    else if (key === 'Delete' || key === 'Backspace') this.sayOf(this.session.erase(row, column));
    else if (key.length === 1) this.edit(row, column, key);
    else return;
    event.preventDefault();
  }

  private async download(): Promise<void> {
    const bytes = await bookFile(this.session.book);
    const link = make('a', {
      href: URL.createObjectURL(new Blob([new Uint8Array(bytes)])),
      download: this.texts.fileName,
    });
    link.click();
    URL.revokeObjectURL(link.href);
    this.say(this.texts.downloaded);
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('workbench');
  if (!root) return;
  const asked = new URLSearchParams(window.location.search).get('locale') ?? '';
  const locale = asked in LANGUAGES ? asked : 'nl-BE';
  const [graphAnswer, manifestAnswer] = await Promise.all([fetch('typeGraph.json'), fetch('manifest.xml')]);
  const graph = (await graphAnswer.json()) as TypeGraph;
  const tab = ribbonTab(await manifestAnswer.text(), locale);
  // office.js keeps the settings of a session here; every visit to the workbench is another session.
  window.sessionStorage.clear();
  new Workbench(graph, tab, locale).mount(root, locale);
}

void start();
