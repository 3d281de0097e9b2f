import { createContext, use, useCallback, useState, type ReactNode } from 'react';

/** Words typed but not kept yet, by what they are about. They outlive the form: choosing another row must not cost a sentence. */
const DraftContext = createContext<Map<string, string> | null>(null);

export function DraftProvider({ children }: { readonly children: ReactNode }) {
  const [drafts] = useState(() => new Map<string, string>());
  return <DraftContext value={drafts}>{children}</DraftContext>;
}

/** The words typed about `subject`, null when there are none; setting null forgets them. */
export function useDraft(subject: string): readonly [draft: string | null, setDraft: (draft: string | null) => void] {
  const drafts = use(DraftContext);
  const [draft, setOwn] = useState(drafts?.get(subject) ?? null);
  const setDraft = useCallback(
    (next: string | null) => {
      if (next === null) drafts?.delete(subject);
      else drafts?.set(subject, next);
      setOwn(next);
    },
    [drafts, subject],
  );
  return [draft, setDraft];
}
