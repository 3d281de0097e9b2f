import { functionsMetadata } from './metadata.mjs';

/** Words of the manual that stand in no function. */
const WORDS = {
  nl: {
    lang: 'nl',
    title: 'Functies van Planboek',
    contents: 'Functies',
    arguments: 'Argumenten',
    argument: 'argument',
    meaning: 'wat het is',
    answer: 'Antwoord',
    example: 'Voorbeeld',
    optional: 'mag weg',
    sample: 'De tabellen van de voorbeelden',
    empty: 'leeg',
    intro: [
      'Met deze functies rekent u zelf verder op de tabellen van het werkboek. Ze werken zolang Planboek geladen is; de bladen die Planboek maakt, gebruiken ze niet en blijven dus ook zonder Planboek kloppen.',
    ],
    rules: [
      'Geef van een tabel de koppen mee, en alleen de kolommen die nodig zijn: tblPlan[[#Alles];[Code]:[Status]] (in een Engelstalige Excel tblPlan[[#All],[Code]:[Status]]). Excel geeft bij elke berekening alles door wat u aanwijst; de hele tabel van het plan heeft een honderdtal kolommen, met de evaluatieteksten erbij.',
      'Kolommen worden op hun kop gevonden: eigen kolommen ertussen zijn geen probleem. Wie een kolom verplaatst, past ook het bereik aan, of geeft de hele tabel: tblPlan[#Alles].',
      'Vraag met één formule een hele kolom codes op: het antwoord loopt vanzelf door in dezelfde vorm, en rekent vele malen sneller dan een formule per cel.',
      'Codes van plannen en doelstellingen tellen alles mee wat eronder staat. Hoofdletters maken geen verschil.',
      'Bedragen zijn in euro en tot op de cent juist. Leeg betekent: niet gedrukt. Dat is iets anders dan 0.',
      'Functies die een tabel geven, beginnen met een rij koppen.',
      'Wat niet kan, geeft #WAARDE! of #N/B met een zin die zegt waarom: wijs het waarschuwingsteken naast de cel aan.',
      'Excel geeft een functie hoogstens 5 MB door. Wat daarover gaat, weigert de functie met een zin.',
    ],
  },
  en: {
    lang: 'en',
    title: 'Functions of Planboek',
    contents: 'Functions',
    arguments: 'Arguments',
    argument: 'argument',
    meaning: 'what it is',
    answer: 'Answer',
    example: 'Example',
    optional: 'optional',
    sample: 'The tables of the examples',
    empty: 'empty',
    intro: [
      'With these functions you calculate further on the tables of the workbook. They work as long as Planboek is loaded; the sheets Planboek makes do not use them, and so stay right without Planboek.',
    ],
    rules: [
      'Hand over the headings of a table, and only the columns that are needed: tblPlan[[#All],[Code]:[Status]]. Excel hands over at every calculation all that you point at; the whole table of the plan has a hundred columns or so, the texts of the evaluation among them.',
      'Columns are found by their heading: columns of your own in between are no problem. Who moves a column changes the range as well, or hands over the whole table: tblPlan[#All].',
      'Ask about a whole column of codes in one formula: the answer spills in the same shape, and is many times quicker than a formula per cell.',
      'Codes of plans and objectives add up all that stands below them. Capitals make no difference.',
      'Amounts are in euro and right to the cent. Empty means: not printed. That is not the same as 0.',
      'Functions that give a table begin with a row of headings.',
      'What cannot be done gives #VALUE! or #N/A with a sentence that says why: point at the warning sign beside the cell.',
      'Excel hands a function no more than 5 MB. What goes beyond that the function refuses with a sentence.',
    ],
  },
};

/** A formula as the Excel of that language shows it. */
const formulaIn = (language, formula) =>
  language === 'nl' ? formula : formula.replaceAll('#Alles', '#All').replaceAll(';', ',');

/** What the manual says, before it gets a form. */
function manual(root, language) {
  const { returns, texts, ...metadata } = functionsMetadata(root);
  const enums = new Map(metadata[language].enums.map((each) => [each.id, each.values]));
  return {
    words: WORDS[language],
    sample: texts.sample,
    functions: metadata[language].functions.map(({ id, description, parameters }) => {
      const { notes, example, en } = texts.functions[id];
      return {
        id,
        description,
        notes: notes[language],
        signature: `PLAN.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(language === 'nl' ? '; ' : ', ')})`,
        answer: language === 'nl' ? returns[id] : en.returns,
        parameters: parameters.map(({ name, description: meaning, optional, customEnumId }) => ({
          name,
          meaning,
          optional: optional === true,
          choices: (enums.get(customEnumId) ?? [])
            .filter(({ stringValue, tooltip }) => tooltip !== stringValue)
            .map(({ stringValue, tooltip }) => [stringValue, tooltip]),
        })),
        example: { formula: formulaIn(language, example.formula), about: example[language], cells: example.answer },
      };
    }),
  };
}

const shown = (language, cell) =>
  typeof cell === 'number'
    ? cell.toLocaleString(language === 'nl' ? 'nl-BE' : 'en-GB', {
        useGrouping: Math.abs(cell) >= 10_000,
        maximumFractionDigits: 3,
      })
    : cell;

/** Years are numbers too, but nobody groups their digits. */
const cellText = (language, cell, heading) => (heading === 'Jaar' ? String(cell) : String(shown(language, cell)));

const markdownTable = (language, rows, headless) => {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const [head, ...body] = headless ? [rows[0].map(() => ' '), ...rows] : rows;
  return [
    line(head),
    `|${head.map(() => '---').join('|')}|`,
    ...body.map((row) => line(row.map((cell, at) => cellText(language, cell, head[at])))),
  ].join('\n');
};

/** An answer without headings of its own: the functions that answer per code. */
const isBare = (cells) => cells[0].length === 1;

/** docs/functions.md: the reference for users, in Dutch. */
export function functionsMarkdown(root) {
  const { words, sample, functions } = manual(root, 'nl');
  const parts = [
    `# ${words.title}`,
    '<!-- Gemaakt uit src/functions (npm run docs). -->',
    ...words.intro,
    words.rules.map((rule) => `- ${rule}`).join('\n'),
    `## ${words.contents}`,
    functions.map(({ id, description }) => `- [PLAN.${id}](#plan${id.toLowerCase()}): ${description}`).join('\n'),
    ...functions.flatMap(({ id, description, signature, parameters, answer, notes, example }) => [
      `## PLAN.${id}`,
      description,
      `\`${signature}\``,
      markdownTable('nl', [
        [words.argument, words.meaning],
        ...parameters.map(({ name, meaning, optional, choices }) => [
          `\`${name}\``,
          [
            meaning,
            optional ? `(${words.optional})` : '',
            choices.length > 0 ? `<br>${choices.map(([value, tooltip]) => `${value}: ${tooltip}`).join('<br>')}` : '',
          ]
            .filter(Boolean)
            .join(' '),
        ]),
      ]),
      `**${words.answer}**: ${answer}.`,
      ...notes,
      `**${words.example}.** ${example.about}`,
      `\`\`\`\n${example.formula}\n\`\`\``,
      markdownTable(
        'nl',
        example.cells.map((row) =>
          row.map((cell) => (cell === '' && isBare(example.cells) ? `*${words.empty}*` : cell)),
        ),
        isBare(example.cells),
      ),
    ]),
    `## ${words.sample}`,
    ...Object.entries(sample).flatMap(([name, rows]) => [`\`${name}\``, markdownTable('nl', rows, false)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const html = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** A wide table scrolls within its own frame, which the keyboard can reach and which has a name. */
function htmlTable(language, rows, headless, label, caption = null) {
  const [head, ...body] = headless ? [null, ...rows] : rows;
  const cell = (value, at) =>
    `<td${typeof value === 'number' ? ' class="number"' : ''}>${value === '' ? `<span class="empty">${headless ? WORDS[language].empty : ''}</span>` : html(cellText(language, value, head?.[at]))}</td>`;
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${html(label)}"><table>`,
    ...(caption === null ? [] : [`<caption><code>${html(caption)}</code></caption>`]),
    ...(head === null
      ? []
      : [`<thead><tr>${head.map((each) => `<th scope="col">${html(each)}</th>`).join('')}</tr></thead>`]),
    `<tbody>${body.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

const htmlFunction = (language, { id, description, signature, parameters, answer, notes, example }, words) => `
<section id="${id.toLowerCase()}">
<h2>PLAN.${id}</h2>
<p>${html(description)}</p>
<pre><code>${html(signature)}</code></pre>
<h3>${words.arguments}</h3>
<dl>
${parameters
  .map(
    ({
      name,
      meaning,
      optional,
      choices,
    }) => `<dt><code>${html(name)}</code>${optional ? ` <small>(${words.optional})</small>` : ''}</dt>
<dd>${html(meaning)}${choices.length > 0 ? `<ul>${choices.map(([value, tooltip]) => `<li><code>${html(value)}</code>: ${html(tooltip)}</li>`).join('')}</ul>` : ''}</dd>`,
  )
  .join('\n')}
</dl>
<h3>${words.answer}</h3>
<p>${html(answer)}.</p>
${notes.map((note) => `<p>${html(note)}</p>`).join('\n')}
<h3>${words.example}</h3>
<p>${html(example.about)}</p>
<pre><code>${html(example.formula)}</code></pre>
${htmlTable(language, example.cells, isBare(example.cells), `${words.example} PLAN.${id}`)}
</section>`;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; border-top: 1px solid GrayText; padding-top: 1rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .25rem; }
code { font-family: Consolas, monospace; font-size: .92em; }
pre { padding: .6rem .8rem; border: 1px solid GrayText; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
dt { margin-top: .5rem; } dd { margin: 0 0 0 1rem; } dd ul { margin: .25rem 0; padding-left: 1.2rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .92em; } caption { text-align: left; padding: .3rem 0; }
th, td { border: 1px solid GrayText; padding: .2rem .5rem; text-align: left; vertical-align: top; min-width: 2.5rem; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
.empty { font-style: italic; }
`;

/** The page Excel opens for help with a function. Nothing in it comes from elsewhere, and no script runs. */
export function functionsPage(root, language) {
  const { words, sample, functions } = manual(root, language);
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
${words.intro.map((text) => `<p>${html(text)}</p>`).join('\n')}
<ul>
${words.rules.map((rule) => `<li>${html(rule)}</li>`).join('\n')}
</ul>
<nav aria-label="${words.contents}">
<ul>
${functions.map(({ id, description }) => `<li><a href="#${id.toLowerCase()}">PLAN.${id}</a>: ${html(description)}</li>`).join('\n')}
</ul>
</nav>
${functions.map((each) => htmlFunction(language, each, words)).join('\n')}
<section>
<h2>${words.sample}</h2>
${Object.entries(sample)
  .map(([name, rows]) => htmlTable(language, rows, false, name, name))
  .join('\n')}
</section>
</main>
</body>
</html>
`;
}
