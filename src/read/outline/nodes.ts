import type { NodeField, PlanNode, Source } from '../../plan/document';
import { uncodedId } from '../../plan/nodeId';
import type { OutlineLevel, OutlineProfile } from './profile';

/** A node while it is being read. */
export interface NodeDraft {
  readonly id: string;
  readonly code: string | null;
  readonly level: OutlineLevel;
  readonly parent: NodeDraft | null;
  title: string;
  readonly source: Source;
  readonly fields: NodeField[];
  /** Levels of everything below it so far. */
  readonly parts: Set<string>;
  /** Does an unmarked text that follows belong to the title, as long as that ends with a colon? */
  continues: boolean;
}

export interface OpenedNode {
  readonly draft: NodeDraft;
  /** The node that has the same printed code; null as it should be. */
  readonly twin: NodeDraft | null;
}

/** The nodes of a plan in printed order, and which of them are open where the reading stands. */
export class NodeCollector {
  private readonly drafts: NodeDraft[] = [];
  private readonly byId = new Map<string, NodeDraft>();
  private path: readonly NodeDraft[] = [];
  private readonly levels: ReadonlyMap<string, OutlineLevel>;

  constructor(profile: OutlineProfile) {
    this.levels = new Map(profile.levels.map((level) => [level.id, level]));
  }

  get open(): NodeDraft | null {
    return this.path.at(-1) ?? null;
  }

  get openPath(): readonly NodeDraft[] {
    return this.path;
  }

  /** The innermost open node that can have text of its own. */
  get textNode(): NodeDraft | null {
    return this.path.findLast(({ level }) => level.leaf !== true) ?? null;
  }

  innermost(level: string): NodeDraft | null {
    return this.path.findLast((draft) => draft.level.id === level) ?? null;
  }

  closeAll(): void {
    this.path = [];
  }

  /** Opens a node below the nearest open one its level may stand under. */
  add(levelId: string, code: string | null, title: string, source: Source): OpenedNode {
    const level = this.levels.get(levelId);
    if (!level) throw new RangeError(`unknown level: ${levelId}`);
    const above = this.path.filter(({ level: each }) => each.rank < level.rank);
    const parents = level.parents;
    const parent =
      (parents === undefined ? above.at(-1) : above.findLast(({ level: each }) => parents.includes(each.id))) ?? null;
    const twin = code === null ? null : (this.byId.get(code) ?? null);
    const id =
      code === null ? uncodedId(level.id, parent?.id ?? null, title, (each) => this.byId.has(each)) : this.free(code);
    const draft: NodeDraft = { id, code, level, parent, title, source, fields: [], parts: new Set(), continues: false };
    this.drafts.push(draft);
    this.byId.set(draft.id, draft);
    this.path = parent === null ? [draft] : [...this.path.slice(0, this.path.indexOf(parent) + 1), draft];
    for (const each of this.path.slice(0, -1)) each.parts.add(level.id);
    return { draft, twin };
  }

  /** The printed code itself, or with a number when another node has it. */
  private free(code: string): string {
    let id = code;
    for (let count = 2; this.byId.has(id); count += 1) id = `${code}-${count}`;
    return id;
  }

  finish(): readonly PlanNode[] {
    return this.drafts.map(({ id, code, level, parent, title, source, fields }, order) => ({
      id,
      code,
      level: level.id,
      parent: parent?.id ?? null,
      order,
      title,
      priority: null,
      period: null,
      evaluation: null,
      ...(fields.length > 0 ? { fields } : {}),
      source,
    }));
  }
}
