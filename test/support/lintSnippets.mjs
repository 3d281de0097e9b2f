/** Lints snippets as if they were files of the project, in a process of its own: ESLint loads its config in a way Jest does not allow. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const results = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(
    result.messages.map(({ ruleId, line, fatal, message }) => ({ ruleId, line, fatal: fatal === true, message })),
  );
}
process.stdout.write(JSON.stringify(results));
