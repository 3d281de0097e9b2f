import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: 'none',
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecoration: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: { paddingTop: tokens.spacingVerticalXS },
});

/** Something more, shown when asked for. A button and not `details`: the Tab key of Office on the web passes over `summary`. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <div>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Chevron aria-hidden />
        {summary}
      </button>
      {open && <div className={styles.body}>{children}</div>}
    </div>
  );
}
