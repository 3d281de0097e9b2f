import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, paddingBlock: tokens.spacingVerticalXXS, borderRadius: tokens.borderRadiusSmall, ':hover': { color: tokens.colorBrandForegroundLinkHover } },
  body: { paddingTop: tokens.spacingVerticalXS },
});

/** Something more, shown when asked for. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
