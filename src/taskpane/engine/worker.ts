/// <reference lib="webworker" />
import { collectFiles, compareFile, freezeBook, splitParts } from './files';
import { bookFile, bookSheets, checkBook, fileLines, openBook, readFile } from './jobs';
import { rework, takeIn } from './merging';
import type { Reply, Request } from './messages';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const answer = (reply: Reply): void => {
  scope.postMessage(reply);
};

function run(request: Request): unknown {
  switch (request.job) {
    case 'read':
      return readFile(
        request.file,
        request.settings,
        request.language,
        (phase) => {
          answer({ id: request.id, kind: 'phase', phase });
        },
        request.profiles,
      );
    case 'lines':
      return fileLines(request.file);
    case 'check':
      return checkBook(request.book, request.settings, request.language);
    case 'sheets':
      return bookSheets(request.input);
    case 'file':
      return bookFile(request.input);
    case 'takeIn':
      return takeIn(request.input);
    case 'rework':
      return rework(request.book, request.work, request.language);
    case 'compareFile':
      return compareFile(request.book, request.file, request.reference, request.language);
    case 'split':
      return splitParts(request.book, request.content, request.by);
    case 'collect':
      return collectFiles(request.book, request.files, request.language);
    case 'freeze':
      return freezeBook(request.input, request.moment);
    case 'open':
      return openBook(request.content);
  }
}

scope.onmessage = async ({ data }: MessageEvent<Request>): Promise<void> => {
  try {
    answer({ id: data.id, kind: 'done', value: await run(data) });
  } catch (error) {
    answer({ id: data.id, kind: 'defect', message: error instanceof Error ? error.message : String(error) });
  }
};
