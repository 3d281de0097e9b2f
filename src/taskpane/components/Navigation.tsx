import { CounterBadge, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { MoneyRegular } from '@fluentui/react-icons/svg/money';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { TextBulletListTreeRegular } from '@fluentui/react-icons/svg/text-bullet-list-tree';
import { countSeverities, isOpen } from '../model/findingList';
import { usePane, useTexts } from '../state/context';
import { SCREENS, type ScreenName } from '../state/state';

const ICONS = {
  import: ArrowImportRegular,
  plan: TextBulletListTreeRegular,
  check: CheckmarkCircleRegular,
  credits: MoneyRegular,
  accounts: TableRegular,
  settings: SettingsRegular,
} as const satisfies Readonly<Record<ScreenName, unknown>>;

const useStyles = makeStyles({
  bar: { flexShrink: 0, flexWrap: 'wrap', rowGap: 0, padding: `0 ${tokens.spacingHorizontalXXS}`, backgroundColor: tokens.colorNeutralBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { display: 'flex', flexDirection: 'column', alignItems: 'center', rowGap: 0, flexGrow: 1, padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXS}` },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { position: 'relative', display: 'flex', fontSize: '20px' },
  badge: { position: 'absolute', top: '-5px', left: '14px' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export const PANEL_ID = 'planboek-panel';
export const tabId = (screen: ScreenName): string => `planboek-tab-${screen}`;

/** The parts of the pane; the one with the checks tells how many errors are open. */
export function Navigation() {
  const styles = useStyles();
  const { state, commands } = usePane();
  const { texts } = useTexts();
  const explanations = state.book?.explanations ?? {};
  const errors = countSeverities((state.run?.findings ?? []).filter((finding) => isOpen(finding, explanations))).error;
  return (
    <TabList
      className={styles.bar}
      size="small"
      aria-label={texts.common.navigation}
      selectedValue={state.screen}
      onTabSelect={(_, { value }) => {
        const screen = SCREENS.find((name) => name === value);
        if (screen) commands.go(screen);
      }}
    >
      {SCREENS.map((screen) => {
        const Icon = ICONS[screen];
        const counted = screen === 'check' && errors > 0;
        return (
          <Tab key={screen} id={tabId(screen)} value={screen} className={styles.tab} aria-controls={PANEL_ID} content={{ className: styles.label }}
            icon={
              <span className={styles.icon}>
                <Icon />
                {counted && <CounterBadge className={styles.badge} count={errors} size="small" color="danger" aria-hidden />}
              </span>
            }
          >
            {texts.common.screens[screen]}
            {counted && <span className={mergeClasses(styles.hidden)}> ({texts.common.openErrors(errors)})</span>}
          </Tab>
        );
      })}
    </TabList>
  );
}
