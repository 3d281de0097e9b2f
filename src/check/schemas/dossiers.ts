import type { Dossier, PlanDocument, Statement } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** The files a schema is based on, as its heading numbers them: "JR Budg. 23508 Alg. 2024036795 / EK 22287 IK 15710". */
interface HeadNumber {
  /** JR: these accounts; JR-1: those of the year before; EK and IK: the plan with the final and the initial credit. */
  readonly role: string;
  readonly number: string;
}

const SEGMENT = /\b(JR(?:-1)?|EK|IK)\b((?:\s+(?:Budg\.|Alg\.)?\s*\d+)+)/g;

const headNumbers = ({ version }: Statement): readonly HeadNumber[] =>
  [...(version ?? '').matchAll(SEGMENT)].map(([, role = '', number = '']) => ({
    role,
    number: number.replace(/\s+/g, ' ').trim(),
  }));

/** The value that most have; null when none stands out. */
function usualOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** The files a heading may mean by its role; packages do not list all of them under every schema. */
const OF_ROLE: Readonly<Record<string, (dossier: Dossier) => boolean>> = {
  'JR-1': ({ name }) => /^JR/.test(name),
  IK: ({ role }) => /initieel/i.test(role),
  EK: ({ role }) => /meerjarenplan|mjp/i.test(role) && !/initieel/i.test(role),
};

/** Is the number of another file of that role listed under the schema, and not this one? */
function isContradicted(dossiers: readonly Dossier[], { role, number }: HeadNumber): boolean {
  const meant = dossiers.filter((dossier) => OF_ROLE[role]?.(dossier));
  return meant.length > 0 && !meant.some(({ reference }) => reference.includes(number));
}

/** The number of the accounts themselves is one; the other numbers in a heading are those of the files listed under the schema. */
export const schemasDossierNumber = ruleCheck({
  id: 'schemas.dossier-number',
  severity: 'error',
  nl: [
    'De kop van {schema} noemt {role} {number}; {expected}.',
    'Verbeter het nummer, of kijk na of dit schema uit dezelfde jaarrekening komt.',
  ],
  en: [
    'The heading of {schema} names {role} {number}; {expected}.',
    'Correct the number, or check whether this schema comes from the same accounts.',
  ],
  reads: ['statements'],
  *rule({ statements }, { say }) {
    const heads = statements.map((statement) => ({ statement, numbers: headNumbers(statement) }));
    const usual = usualOf(
      heads.flatMap(({ numbers }) => numbers.filter(({ role }) => role === 'JR').map(({ number }) => number)),
    );
    for (const { statement, numbers } of heads) {
      const { schema, source, dossiers } = statement;
      for (const head of numbers) {
        const { role, number } = head;
        const isOwn = role === 'JR';
        const isWrong = isOwn ? usual !== null && number !== usual : isContradicted(dossiers, head);
        if (!isWrong) continue;
        yield {
          place: placeAt({ schema, line: source.line }),
          figures: {
            role,
            number,
            expected: isOwn
              ? say(`de andere schema’s noemen ${usual ?? ''}`, `the other schemas name ${usual ?? ''}`)
              : say(
                  'de lijst van dossiers eronder noemt een ander nummer',
                  'the list of files under it names another number',
                ),
          },
          subject: role,
        };
      }
    }
  },
});

/** Year and reference of a file, as a schema lists them. */
const toldOf = ({ year, reference }: Dossier): string => `${year ?? ''}: ${reference}`.replace(/\s+/g, ' ');

interface Listed {
  readonly statement: Statement;
  readonly dossier: Dossier;
}

/** A year in the name of accounts is theirs ("JR_ORIGINEEL_2023"); that of a plan is not. */
const yearInName = ({ name }: Dossier): number | null =>
  Number(/^JR\D.*?(20\d\d)$/.exec(name)?.[1] ?? Number.NaN) || null;

function listedByName({ statements }: PlanDocument): ReadonlyMap<string, readonly Listed[]> {
  const byName = new Map<string, Listed[]>();
  for (const statement of statements) {
    for (const dossier of statement.dossiers)
      byName.set(dossier.name, [...(byName.get(dossier.name) ?? []), { statement, dossier }]);
  }
  return byName;
}

/** One file has one year and one number, wherever it is listed. */
export const schemasDossierList = ruleCheck({
  id: 'schemas.dossier-list',
  severity: 'error',
  nl: [
    '{schema} geeft dossier {name} als "{printed}"; {expected}.',
    'Verbeter het jaar of het nummer in de lijst van gebruikte dossiers.',
  ],
  en: [
    '{schema} lists file {name} as "{printed}"; {expected}.',
    'Correct the year or the number in the list of files used.',
  ],
  reads: ['statements'],
  *rule(document, { say }) {
    for (const [name, listed] of listedByName(document)) {
      const usual = usualOf(listed.map(({ dossier }) => toldOf(dossier)));
      for (const { statement, dossier } of listed) {
        const own = yearInName(dossier);
        const printed = toldOf(dossier);
        const wrongYear = own !== null && dossier.year !== null && dossier.year !== own;
        if (!wrongYear && (usual === null || printed === usual)) continue;
        yield {
          place: placeAt({ schema: statement.schema, line: statement.source.line }),
          figures: {
            name,
            printed,
            expected: wrongYear
              ? say(`volgens de naam is het van ${own}`, `by its name it is of ${own}`)
              : say(`elders staat "${usual ?? ''}"`, `elsewhere it is "${usual ?? ''}"`),
          },
          subject: `${name} ${printed}`,
        };
      }
    }
  },
});
