import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { MoneyRegular } from '@fluentui/react-icons/svg/money';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { TextBulletListTreeRegular } from '@fluentui/react-icons/svg/text-bullet-list-tree';
import type { KeyboardEvent } from 'react';
import { otherDocuments, type Book } from '../ports/book';
import { countSeverities, isOpen } from '../model/findingList';
import { usePane } from '../state/context';
import { useTexts } from '../components/texts';
import { SCREENS, type ScreenName } from '../ports/screens';

const ICONS = {
  import: ArrowImportRegular,
  plan: TextBulletListTreeRegular,
  changes: HistoryRegular,
  links: LinkRegular,
  check: CheckmarkCircleRegular,
  credits: MoneyRegular,
  accounts: TableRegular,
  settings: SettingsRegular,
} as const satisfies Readonly<Record<ScreenName, unknown>>;

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { display: 'flex', flexWrap: 'wrap', paddingInline: tokens.spacingHorizontalXXS },
  tab: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexGrow: 1,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXS} ${tokens.spacingVerticalXS}`,
    cursor: 'pointer',
    justifyContent: 'center',
    border: 'none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { color: 'ButtonText', borderBottom: '2px solid ButtonFace' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    textShadow: '0 0 0.5px currentColor',
    '@media (forced-colors: active)': { color: 'Highlight', borderBottom: '2px solid Highlight' },
  },
  icon: { position: 'relative', display: 'flex', fontSize: '20px' },
  chosenIcon: { color: tokens.colorBrandForeground1, '@media (forced-colors: active)': { color: 'Highlight' } },
  badge: { position: 'absolute', top: '-5px', left: '14px' },
  hidden: HIDDEN,
  // Enlarged to where the names no longer fit, only the screen that is shown keeps its name in view; the others keep theirs as a tip.
  label: { '@media (max-width: 300px)': HIDDEN },
});

/** The names of what is used less give way, so that the others stand on one line in a pane of 350 px. */
const ICON_ONLY: readonly ScreenName[] = ['settings', 'links', 'changes'];

/** The screens there is something to show on: links only where a plan has any. */
const screensOf = (book: Book | null): readonly ScreenName[] =>
  SCREENS.filter(
    (screen) =>
      screen !== 'links' ||
      (book !== null && [book.document, ...otherDocuments(book)].some(({ links }) => links.length > 0)),
  );

/** The screen an arrow key goes to (WAI-ARIA, tabs); null for any other key. */
function neighbour(screens: readonly ScreenName[], screen: ScreenName, key: string): ScreenName | null {
  const at = screens.indexOf(screen);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1 + screens.length,
    Home: 0,
    End: screens.length - 1,
  };
  const target = steps[key];
  return target === undefined ? null : (screens[target % screens.length] ?? null);
}

export const PANEL_ID = 'planboek-panel';
export const tabId = (screen: ScreenName): string => `planboek-tab-${screen}`;

/** The parts of the pane; the one with the checks tells how many errors are open. */
export function Navigation() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const screens = screensOf(state.book);
  const explanations = state.book?.explanations ?? {};
  const errors = countSeverities((state.run?.findings ?? []).filter((finding) => isOpen(finding, explanations))).error;
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = neighbour(screens, state.screen, event.key);
    if (target === null) return;
    event.preventDefault();
    commands.go(target);
    document.getElementById(tabId(target))?.focus();
  };
  return (
    <nav className={styles.bar} aria-label={texts.common.navigation}>
      <div role="tablist" className={styles.tabs} aria-label={texts.common.navigation} onKeyDown={onKeyDown}>
        {screens.map((screen) => {
          const Icon = ICONS[screen];
          const chosen = screen === state.screen;
          const counted = screen === 'check' && errors > 0;
          return (
            <button
              key={screen}
              type="button"
              role="tab"
              id={tabId(screen)}
              aria-selected={chosen}
              aria-controls={PANEL_ID}
              tabIndex={chosen ? 0 : -1}
              title={texts.common.screens[screen]}
              className={mergeClasses(styles.tab, chosen && styles.chosen)}
              onClick={() => {
                commands.go(screen);
              }}
            >
              <span className={mergeClasses(styles.icon, chosen && styles.chosenIcon)}>
                <Icon />
                {counted && (
                  <CounterBadge className={styles.badge} count={errors} size="small" color="danger" aria-hidden />
                )}
              </span>
              <span className={ICON_ONLY.includes(screen) ? styles.hidden : chosen ? undefined : styles.label}>
                {texts.common.screens[screen]}
              </span>
              {counted && <span className={styles.hidden}> ({texts.common.openErrors(errors)})</span>}
            </button>
          );
        })}
      </div>
    </nav>
  );
}
