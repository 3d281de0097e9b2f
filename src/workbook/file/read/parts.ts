import { WORKBOOK_PART, type WorkbookPackage } from './package';

/** One part that another part points to; `type`: the last word of the kind of relation. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A target as the name of a part: absolute, or counted from the folder of the part that names it. */
function partName(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folderOf(from) + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

export async function relationsOf(source: WorkbookPackage, part: string): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  const name = part.slice(folderOf(part).length);
  await source.read(`${folderOf(part)}_rels/${name}.rels`, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (tag === 'Relationship' && TargetMode !== 'External')
        relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: partName(part, Target) });
    },
  });
  return relations;
}

/** The sheets of a workbook in their order, and where their parts and shared texts are. */
export interface WorkbookIndex {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | null;
}

const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

export async function workbookIndex(source: WorkbookPackage): Promise<WorkbookIndex> {
  const relations = await relationsOf(source, WORKBOOK_PART);
  const sheets: { name: string; part: string }[] = [];
  await source.read(WORKBOOK_PART, {
    open: (tag, attributes) => {
      if (tag !== 'sheet') return;
      const id = relationId(attributes);
      const relation = relations.find((each) => each.id === id && each.type === 'worksheet');
      if (relation) sheets.push({ name: attributes['name'] ?? '', part: relation.target });
    },
  });
  return {
    sheets,
    sharedStrings: relations.find(({ type }) => type === 'sharedStrings')?.target ?? null,
  };
}
