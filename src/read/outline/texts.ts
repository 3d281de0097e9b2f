import type { Source, TextSection } from '../../plan/document';

type BlockRole = TextSection['blocks'][number]['role'];

interface Draft {
  readonly title: string;
  readonly node: string | null;
  readonly source: Source;
  readonly blocks: { role: BlockRole; text: string; line: number }[];
}

/** Gathers the running text of a source in sections: one per heading, and one per node that has text of its own. */
export class TextCollector {
  private readonly sections: Draft[] = [];

  /** Starts a section at a heading; the heading is its first block. */
  head(title: string, node: string | null, source: Source): void {
    this.sections.push({ title, node, source, blocks: [{ role: 'heading', text: title, line: source.line }] });
  }

  /** Adds a text under the last heading, or under the node when that has no section yet. `title` names a section that has to be made. */
  add(role: 'paragraph' | 'item', text: string, node: string | null, title: string, source: Source): void {
    let section = this.sections.at(-1);
    if (!section || section.node !== node) {
      section = { title, node, source, blocks: [] };
      this.sections.push(section);
    }
    section.blocks.push({ role, text, line: source.line });
  }

  finish(): readonly TextSection[] {
    return this.sections.map(({ title, node, source, blocks }) => ({
      title,
      ...(node === null ? {} : { node }),
      blocks,
      source,
    }));
  }
}
