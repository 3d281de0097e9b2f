import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { useLostFocus } from './useLostFocus';

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineOffset: '2px',
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface ScreenProps {
  readonly title: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** What stands above the title: the way back. */
  readonly before?: ReactNode;
  /** Reads the title out when it changes under the focus. */
  readonly live?: boolean;
  /** Changes when another thing is shown under the same title; the title then catches a lost focus. */
  readonly occasion?: unknown;
  readonly children: ReactNode;
}

/** One screen of the pane: a title that catches the focus when what had it is gone, and what stands below. */
export function Screen({ title, actions, before, live = false, occasion, children }: ScreenProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useLostFocus(heading, occasion ?? title);
  return (
    <div className={styles.screen}>
      {before}
      <div className={styles.head} {...(live ? { 'aria-live': 'polite' } : {})}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </div>
  );
}

/** A part of a screen with its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

/** A paragraph that explains, in a quiet colour. */
export function Quiet({
  children,
  small = false,
  id,
}: {
  readonly children: ReactNode;
  readonly small?: boolean;
  readonly id?: string;
}) {
  const styles = useStyles();
  return (
    <p id={id} className={mergeClasses(styles.quiet, small && styles.small)}>
      {children}
    </p>
  );
}
