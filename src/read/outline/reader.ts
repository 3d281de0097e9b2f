import type { Source } from '../../plan/document';
import { findingKey, placeAt, type RawFinding } from '../../plan/finding';
import type { LineRole } from '../../plan/lineRole';
import type { ReviewItem, ReviewReason } from '../../plan/review';
import { READING_KINDS } from '../findingKinds';
import type { LineLedger } from '../ledger';
import { cutBlocks, type Block } from './blocks';
import { endingOf } from './ending';
import { REVIEW_KINDS } from './findingKinds';
import { IndicatorCollector } from './indicators';
import { joinerOf, type Join } from './joining';
import { layOut } from './layout';
import { NodeCollector, type NodeDraft } from './nodes';
import type { OutlineProfile, OutlineRule } from './profile';
import { compileRule, fits, type CompiledRule, type Surroundings } from './rule';
import { TableCollector } from './tables';
import { TextCollector } from './texts';
import { patternOf } from './pattern';

/** Longest piece of a text that a finding or a doubt quotes. */
const MAX_QUOTE = 100;

export const quote = (text: string): string => (text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text);

interface Heading {
  readonly depth: number;
  readonly title: string;
}

type RuleOf<As extends OutlineRule['as']> = Extract<OutlineRule, { readonly as: As }>;

/** The parts of the text that opens a node: "OD 1.1 Veilige straten" is the code "OD 1.1" and the title after it. */
interface MarkedNode {
  readonly code: string | null;
  readonly title: string;
  /** What stands after a title that the pattern names. */
  readonly rest: string;
}

function readMarked({ codePrefix = '' }: RuleOf<'node'>, pattern: CompiledRule['pattern'], text: string): MarkedNode {
  const match = pattern?.exec(text) ?? null;
  if (match === null) return { code: null, title: text.trim() || text, rest: '' };
  const { code: printed, title } = match.groups ?? {};
  const after = text.slice(match.index + match[0].length);
  return {
    code: printed === undefined ? null : `${codePrefix}${printed}`,
    title: (title ?? after).trim() || text,
    rest: title === undefined ? '' : after.trim(),
  };
}

/** One walk over the texts of a source: each is taken by the first rule that fits it where it stands. */
export class OutlineReader {
  readonly nodes: NodeCollector;
  readonly texts = new TextCollector();
  readonly tables: TableCollector;
  readonly indicators: IndicatorCollector;
  readonly reviews: ReviewItem[] = [];
  readonly findings: RawFinding[] = [];
  private readonly rules: readonly CompiledRule[];
  private readonly levelFigures: ReadonlyMap<string, 'promised' | 'measured'>;
  private readonly join: Join;
  private headings: readonly Heading[] = [];
  private previous: { readonly item: string | null; readonly text: string } = { item: null, text: '' };
  private introduction = '';
  private announced: { readonly block: Block; readonly from: number } | null = null;
  private justOpened: NodeDraft | null = null;
  private openField: { text: string } | null = null;

  constructor(
    private readonly ledger: LineLedger,
    private readonly profile: OutlineProfile,
  ) {
    this.rules = profile.rules.map(compileRule);
    this.nodes = new NodeCollector(profile);
    this.tables = new TableCollector(profile.tables);
    const services = profile.services.map(patternOf);
    this.indicators = new IndicatorCollector(services, Number(profile.document.period?.from.slice(0, 4) ?? 0));
    this.levelFigures = new Map(
      profile.levels.flatMap(({ id, figures }) => (figures === undefined ? [] : [[id, figures]])),
    );
    this.join = joinerOf(
      profile.text.lineEndHyphen,
      ledger.lines.map((_, index) => ledger.text(index)),
    );
  }

  read(): void {
    const layout = layOut(this.ledger.lines, this.profile);
    for (const index of layout.furniture) this.ledger.claim(index, 'pageNumber');
    this.readFootnotes(layout.footnotes);
    const blocks = cutBlocks(layout, this.profile, this.rules, this.join);
    blocks.forEach((block, at) => this.take(block, blocks[at + 1] ?? null));
    this.closeAnnounced();
    for (const [node, figures] of this.titledNodes) this.readTitleFigures(node, figures);
  }

  /** Titles may still grow while their node is open: their figures are read at the end. */
  private readonly titledNodes: (readonly [NodeDraft, 'promised' | 'measured'])[] = [];

  private readTitleFigures(node: NodeDraft, figures: 'promised' | 'measured'): void {
    if (figures === 'measured') this.indicators.addMilestone(node.title, node, node.source);
    else this.indicators.addFigures(node.title, figures, node, node.source);
  }

  private readFootnotes(indices: readonly number[]): void {
    for (const index of indices) {
      this.texts.add('item', this.ledger.text(index), null, 'Voetnoten', this.ledger.source(index));
      this.ledger.claim(index, 'footnote');
    }
  }

  private surroundings(next: Block | null): Surroundings {
    const { openPath } = this.nodes;
    return {
      path: openPath.map(({ level }) => level.id),
      hasParts: (level, parts) => parts.some((part) => this.nodes.innermost(level)?.parts.has(part)),
      titleAt: (level) => this.nodes.innermost(level)?.title ?? null,
      headings: this.headings.map(({ title }) => title),
      introduction: this.introduction,
      announced: this.announced ? 'indicators' : null,
      next,
    };
  }

  private take(block: Block, next: Block | null): void {
    const [first] = block.lines;
    if (first.item === null || first.item !== this.previous.item) this.introduction = this.previous.text;
    this.previous = { item: first.item, text: block.text };
    const opened = this.justOpened;
    this.justOpened = null;
    if (opened?.continues && first.item === null && first.gap !== 'blank' && endingOf(opened.title) === 'colon') {
      opened.title = this.join([opened.title, block.text]);
      this.claim(block, 'nodeTitle');
      return;
    }
    if (this.announced && first.gap === 'blank' && !first.pageStart && this.indicators.count > this.announced.from)
      this.closeAnnounced();
    const place = this.surroundings(next);
    const found = this.rules.find((rule) => fits(rule, block, place));
    if (this.continuesField(found ?? null, block)) return;
    this.apply(found ?? null, block);
  }

  /** Does this text go on with the labelled part before it? */
  private continuesField(found: CompiledRule | null, block: Block): boolean {
    const field = this.openField;
    const [first] = block.lines;
    if (field && (found === null || found.rule.as === 'text') && first.item === null && first.gap !== 'blank') {
      field.text = this.join([field.text, block.text]);
      this.claim(block, 'nodeField');
      return true;
    }
    this.openField = null;
    return false;
  }

  private claim(block: Block, role: LineRole, firstRole = role): void {
    block.lines.forEach(({ index }, at) => this.ledger.claim(index, at === 0 ? firstRole : role));
  }

  private sourceOf(block: Block): Source {
    return this.ledger.source(block.lines[0].index);
  }

  private apply(found: CompiledRule | null, block: Block): void {
    if (found === null) {
      this.readOther(block);
      return;
    }
    const { rule } = found;
    if (rule.as !== 'indicator' && rule.as !== 'text') this.closeAnnounced();
    switch (rule.as) {
      case 'node':
        this.readNode(rule, found, block);
        return;
      case 'heading':
        this.readHeading(rule, block);
        return;
      case 'label':
        this.claim(block, rule.role ?? 'label');
        return;
      case 'indicators':
        this.announce(rule, found, block);
        return;
      case 'indicator':
        this.readIndicator(rule, block);
        return;
      case 'norm':
        this.indicators.addPlanned(afterMark(found, block.text), 'norm', this.nodes.open, this.sourceOf(block));
        this.claim(block, 'indicator');
        return;
      case 'field':
        this.readField(rule, found, block);
        return;
      case 'row':
        this.readRow(rule, found, block);
        return;
      case 'text':
        this.readText(rule, block);
        return;
    }
  }

  private readNode(rule: RuleOf<'node'>, { pattern }: CompiledRule, block: Block): void {
    const { code, title, rest } = readMarked(rule, pattern, block.text);
    const source = this.sourceOf(block);
    if (rule.clears) this.headings = [];
    const { draft, twin } = this.nodes.add(rule.level, code, title, source);
    if (rest !== '') this.texts.add('paragraph', rest, draft.id, title, source);
    draft.continues = rule.continues ?? false;
    this.justOpened = draft;
    this.claim(block, 'nodeTitle', code === null ? 'nodeTitle' : 'nodeHeading');
    const figures = this.levelFigures.get(rule.level);
    if (figures !== undefined) this.titledNodes.push([draft, figures]);
    if (twin) {
      this.findings.push({
        check: READING_KINDS.duplicateCode.id,
        place: placeAt({ node: code, line: source.line }),
        figures: { assigned: draft.id, firstLine: String(twin.source.line) },
      });
    }
    if (rule.review) this.doubt(rule.review, draft, source, title, rule.alternatives ?? []);
  }

  private doubt(
    reason: ReviewReason,
    node: NodeDraft | null,
    source: Source,
    text: string,
    alternatives: readonly string[],
  ): void {
    const told = reason === 'level' || reason === 'kind';
    const raw: RawFinding = {
      check: REVIEW_KINDS[reason].id,
      place: placeAt({ node: node?.id ?? null, line: source.line }),
      figures: { text: quote(text), level: node?.level.name ?? null },
      ...(told ? {} : { subject: quote(text) }),
    };
    const id = [node?.id ?? 'document', reason, ...(told ? [] : [`r${source.line}`])].join('|');
    this.reviews.push({
      id,
      node: node?.id ?? null,
      line: source.line,
      reason,
      alternatives,
      text: quote(text),
      finding: findingKey(raw),
      state: 'open',
    });
    this.findings.push(raw);
  }

  private readHeading(rule: RuleOf<'heading'>, block: Block): void {
    if (rule.closes) this.nodes.closeAll();
    this.headings = [
      ...this.headings.filter(({ depth }) => depth < rule.depth),
      { depth: rule.depth, title: block.text },
    ];
    this.texts.head(block.text, this.nodes.textNode?.id ?? null, this.sourceOf(block));
    this.claim(block, rule.role ?? 'proseHeading');
  }

  private announce(rule: RuleOf<'indicators'>, found: CompiledRule, block: Block): void {
    const rest = afterMark(found, block.text);
    this.claim(block, 'indicator', rest === '' ? 'indicatorLabel' : 'indicator');
    this.announced = { block, from: this.indicators.count };
    const entries = rule.separator === undefined ? [rest] : rest.split(rule.separator);
    for (const entry of entries)
      if (entry.trim() !== '')
        this.indicators.addPlanned(entry.trim(), 'indicator', this.nodes.open, this.sourceOf(block));
    if (rule.review) this.doubt(rule.review, this.nodes.open, this.sourceOf(block), block.text, []);
  }

  /** An announcement that nothing follows is worth a look. */
  private closeAnnounced(): void {
    const { announced } = this;
    this.announced = null;
    if (announced && this.indicators.count === announced.from) {
      this.doubt('label', this.nodes.open, this.sourceOf(announced.block), announced.block.text, []);
    }
  }

  private readIndicator(rule: RuleOf<'indicator'>, block: Block): void {
    const source = this.sourceOf(block);
    if (rule.measured) this.indicators.addMeasured(block.text, this.nodes.open, source);
    else this.indicators.addPlanned(block.text, 'indicator', this.nodes.open, source);
    this.claim(block, 'indicator');
    if (rule.review) this.doubt(rule.review, this.nodes.open, source, block.text, []);
  }

  private readField(rule: RuleOf<'field'>, found: CompiledRule, block: Block): void {
    const field = { name: rule.name, text: afterMark(found, block.text), source: this.sourceOf(block) };
    this.nodes.open?.fields.push(field);
    this.openField = field;
    this.claim(block, 'nodeField');
  }

  private readRow(rule: RuleOf<'row'>, { pattern }: CompiledRule, block: Block): void {
    const { label = '', figures = '' } = pattern?.exec(block.text)?.groups ?? {};
    if (this.tables.add(rule.table, label.trim(), figures, this.nodes.open?.id ?? null, this.sourceOf(block)))
      this.claim(block, 'tableRow');
    else this.leave(block);
  }

  private readText(rule: RuleOf<'text'> | null, block: Block): void {
    const { textNode: open } = this.nodes;
    const source = this.sourceOf(block);
    const item = block.lines[0].item !== null;
    this.texts.add(
      item ? 'item' : 'paragraph',
      block.text,
      open?.id ?? null,
      open?.title ?? this.headings.at(-1)?.title ?? '',
      source,
    );
    this.claim(block, item ? 'proseItem' : 'prose');
    if (rule?.figures) this.indicators.addFigures(block.text, 'measured', open, source);
    if (rule?.review) this.doubt(rule.review, open, source, block.text, []);
  }

  private readOther(block: Block): void {
    if (this.profile.otherwise === 'text') this.readText(null, block);
    else this.leave(block);
  }

  private leave(block: Block): void {
    for (const { index } of block.lines) {
      this.ledger.claim(index, 'unrecognised');
      this.findings.push({
        check: READING_KINDS.unrecognised.id,
        place: placeAt({ line: index + 1 }),
        figures: { text: quote(this.ledger.text(index)) },
      });
    }
  }
}

/** What stands after the mark of a rule. */
function afterMark({ pattern }: CompiledRule, text: string): string {
  const match = pattern?.exec(text);
  return (match ? text.slice(match.index + match[0].length) : text).trim();
}
